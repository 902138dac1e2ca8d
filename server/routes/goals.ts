// /goals: what components are meant to achieve, and how that serves the whole.
import { createRoute } from '@hono/zod-openapi';
import type { Goal } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import { componentsWithReadableGoals, isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { telling } from '../runtime/agreement/tell-of-versions.ts';
import { changedAbove } from '../runtime/organisation/counts-above.ts';
import { changedGoal, changeGoal, createGoal, newGoal } from '../runtime/organisation/goals.ts';
import { requireReason } from '../runtime/organisation/reason-of-change.ts';
import { refuseChangeOfOwnGoal, refuseOwnGoals } from '../runtime/plans/owns-plan.ts';
import { idsNear } from '../store/queries/goal-lines.ts';
import { findGoal, pageGoals } from '../store/queries/goals.ts';
import type { Db } from '../store/schema.ts';
import { goalLists } from './goal-lists.ts';
import { goalPriorities } from './goal-priorities.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { goalPatchWire, goalWire, newGoalWire } from './wire/organisation.ts';

const tags = ['Goals'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listGoals',
  tags,
  request: {
    query: pageQuery.extend({
      componentId: z.string().optional(),
      /** A component's goals, those of the components above it, those that its own serve, and those that serve them. */
      near: z.string().optional(),
    }),
  },
  responses: answers(200, 'Goals in the order of their ids', pageOf(goalWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createGoal',
  tags,
  request: { body: jsonBody(newGoalWire) },
  responses: answers(201, 'The new goal', goalWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readGoal',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The goal', goalWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeGoal',
  tags,
  request: { params: idParam, body: jsonBody(goalPatchWire) },
  responses: answers(200, 'The changed goal', goalWire),
});

interface GoalChange {
  before: Goal | null;
  after: Goal;
  reason: string | undefined;
}
const requireReasonFor = (db: Db, { before, after, reason }: GoalChange): Promise<void> =>
  requireReason(db, { componentId: after.componentId, goals: changedAbove(before, after), reason });

export const goals = (deps: Deps) =>
  createRouter()
    .route('/', goalLists(deps))
    .route('/', goalPriorities(deps))
    .openapi(list, async (c) => {
      const scope = authorize(c.var.actor, 'goals.read');
      const { cursor, limit, componentId, near } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const visible = await componentsWithReadableGoals(db, c.var.actor, scope);
        if (componentId && !isVisible(visible, componentId)) return [];
        const componentIds = componentId ? [componentId] : visible === 'all' ? 'all' : [...visible];
        const ids = near ? await idsNear(db, near) : 'all';
        return pageGoals(db, { after: cursor ?? '', limit, componentIds, ids });
      });
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      const scope = authorize(c.var.actor, 'goals.change');
      const { reason, ...goal } = c.req.valid('json');
      const made = await deps.store.commit(async (db) => {
        if (!isVisible(await visibleComponentIds(db, c.var.actor, scope), goal.componentId))
          throw notFound('component');
        await refuseOwnGoals(db, { actor: c.var.actor, componentId: goal.componentId });
        await requireReasonFor(db, { before: null, after: newGoal(goal, goal.id ?? ''), reason });
        return telling(deps, db, { componentId: goal.componentId, actor: c.var.actor.id }, () =>
          createGoal(db, deps, { goal, actor: c.var.actor, reason }),
        );
      });
      return c.json(made, 201);
    })
    .openapi(read, async (c) => {
      const scope = authorize(c.var.actor, 'goals.read');
      const goal = await deps.store.read(async (db) => {
        const found = await findGoal(db, c.req.valid('param').id);
        return found &&
          isVisible(await componentsWithReadableGoals(db, c.var.actor, scope), found.componentId)
          ? found
          : null;
      });
      if (!goal) throw notFound('goal');
      return c.json(goal, 200);
    })
    .openapi(change, async (c) => {
      const scope = authorize(c.var.actor, 'goals.change');
      const { reason, ...patch } = c.req.valid('json');
      const changed = await deps.store.commit(async (db) => {
        const before = await findGoal(db, c.req.valid('param').id);
        if (!before || !isVisible(await visibleComponentIds(db, c.var.actor, scope), before.componentId))
          throw notFound('goal');
        await refuseChangeOfOwnGoal(db, { actor: c.var.actor, before, patch });
        await requireReasonFor(db, { before, after: changedGoal(before, patch), reason });
        return telling(deps, db, { componentId: before.componentId, actor: c.var.actor.id }, () =>
          changeGoal(db, deps, { before, patch, actor: c.var.actor, reason }),
        );
      });
      return c.json(changed, 200);
    });

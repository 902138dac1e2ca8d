// /measures: how goals are quantified, and the standards on their curves.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import { componentsWithReadableGoals, isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { telling } from '../runtime/agreement/tell-of-versions.ts';
import { changeMeasure, createMeasure } from '../runtime/organisation/goals.ts';
import { requireReason } from '../runtime/organisation/reason-of-change.ts';
import { refuseOwnGoals, refuseOwnStandards } from '../runtime/plans/owns-plan.ts';
import { findGoal, findGoals } from '../store/queries/goals.ts';
import { findMeasure, pageMeasures } from '../store/queries/measures.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { measurePatchWire, measureWire, newMeasureWire } from './wire/organisation.ts';

const tags = ['Goals'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listMeasures',
  tags,
  request: { query: pageQuery.extend({ componentId: z.string().optional(), goalId: z.string().optional() }) },
  responses: answers(200, 'Measures in the order of their ids', pageOf(measureWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createMeasure',
  tags,
  request: { body: jsonBody(newMeasureWire) },
  responses: answers(201, 'The new measure', measureWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readMeasure',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The measure', measureWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeMeasure',
  tags,
  request: { params: idParam, body: jsonBody(measurePatchWire) },
  responses: answers(200, 'The changed measure', measureWire),
});

export const measures = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const scope = authorize(c.var.actor, 'goals.read');
      const { cursor, limit, componentId, goalId } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const visible = await componentsWithReadableGoals(db, c.var.actor, scope);
        if (componentId && !isVisible(visible, componentId)) return [];
        const componentIds = componentId ? [componentId] : visible === 'all' ? 'all' : [...visible];
        return pageMeasures(db, { after: cursor ?? '', limit, componentIds, goalId });
      });
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      const scope = authorize(c.var.actor, 'goals.change');
      const { reason, ...measure } = c.req.valid('json');
      const made = await deps.store.commit(async (db) => {
        const goal = await findGoal(db, measure.goalId);
        if (!goal || !isVisible(await visibleComponentIds(db, c.var.actor, scope), goal.componentId))
          throw notFound('goal');
        const { componentId } = goal;
        await refuseOwnGoals(db, { actor: c.var.actor, componentId });
        await requireReason(db, { componentId, goals: [goal], reason });
        return telling(deps, db, { componentId, actor: c.var.actor.id }, () =>
          createMeasure(db, deps, { measure, componentId, actor: c.var.actor, reason }),
        );
      });
      return c.json(made, 201);
    })
    .openapi(read, async (c) => {
      const scope = authorize(c.var.actor, 'goals.read');
      const found = await deps.store.read(async (db) => {
        const one = await findMeasure(db, c.req.valid('param').id);
        return one && isVisible(await componentsWithReadableGoals(db, c.var.actor, scope), one.componentId)
          ? one
          : null;
      });
      if (!found) throw notFound('measure');
      return c.json(found.measure, 200);
    })
    .openapi(change, async (c) => {
      const scope = authorize(c.var.actor, 'goals.change');
      const { reason, ...patch } = c.req.valid('json');
      const changed = await deps.store.commit(async (db) => {
        const one = await findMeasure(db, c.req.valid('param').id);
        if (!one || !isVisible(await visibleComponentIds(db, c.var.actor, scope), one.componentId))
          throw notFound('measure');
        const { measure: before, componentId } = one;
        await refuseOwnStandards(db, { actor: c.var.actor, componentId, patch });
        const goals = await findGoals(db, [before.goalId]);
        await requireReason(db, { componentId, goals, reason });
        return telling(deps, db, { componentId, actor: c.var.actor.id }, () =>
          changeMeasure(db, deps, { before, componentId, patch, actor: c.var.actor, reason }),
        );
      });
      return c.json(changed, 200);
    });

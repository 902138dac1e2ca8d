// /goals/priorities: how much the goals of a component weigh, changed together.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { telling } from '../runtime/agreement/tell-of-versions.ts';
import { changePriorities } from '../runtime/organisation/priorities.ts';
import { requireReason } from '../runtime/organisation/reason-of-change.ts';
import { refuseOwnGoals } from '../runtime/plans/owns-plan.ts';
import { z } from './wire/common.ts';
import { goalPrioritiesWire, goalWire } from './wire/organisation.ts';

const prioritise = createRoute({
  method: 'post',
  path: '/priorities',
  operationId: 'changePriorities',
  tags: ['Goals'],
  description: 'Changes how much the goals of a component weigh: all of them, or nothing.',
  request: { body: jsonBody(goalPrioritiesWire) },
  responses: answers(
    200,
    'The goals that were named, as they are now',
    z.object({ items: z.array(goalWire) }),
  ),
});

export const goalPriorities = (deps: Deps) =>
  createRouter().openapi(prioritise, async (c) => {
    const scope = authorize(c.var.actor, 'goals.change');
    const { componentId, priorities, reason } = c.req.valid('json');
    const items = await deps.store.commit(async (db) => {
      if (!isVisible(await visibleComponentIds(db, c.var.actor, scope), componentId))
        throw notFound('component');
      await refuseOwnGoals(db, { actor: c.var.actor, componentId });
      await requireReason(db, { componentId, goals: [], reason });
      return telling(deps, db, { componentId, actor: c.var.actor.id }, () =>
        changePriorities(db, deps, { componentId, priorities, actor: c.var.actor, reason }),
      );
    });
    return c.json({ items }, 200);
  });

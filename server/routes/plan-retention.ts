// /plans/{id}/retention: until when the plan keeps drafts, raw answers and notes, and what has gone.
import { createRoute } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { keepingOf, spansOf } from '../runtime/keeping/due.ts';
import { findKeeping, type Kept, keptKinds } from '../store/queries/plan-keeping.ts';
import { requireReadable } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { planRetentionWire } from './wire/keeping.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/retention',
  operationId: 'readPlanRetention',
  tags: ['Plans'],
  request: { params: idParam },
  responses: answers(200, 'What goes when, of what the cycle does not keep for good', planRetentionWire),
});

export const planRetention = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { id } = c.req.valid('param');
    const items = await deps.store.read(async (db) => {
      const { plan, review } = await requireReadable(deps, db, { actor: c.var.actor, id });
      const ended = { ...plan, version: plan.cycleVersion };
      const spans = await spansOf(db, ended);
      // That a plan has ended would tell who is judged in it how.
      const isTold = plan.status === 'ended' && review === null;
      const none: Kept = {};
      const kept = isTold
        ? ((await findKeeping(db, id)) ?? (await keepingOf(db, deps.calendars, ended)))
        : none;
      return keptKinds.flatMap((kind) => {
        const span = spans[kind];
        const { dueAt = null, goneAt = null } = kept[kind] ?? {};
        return span === undefined ? [] : [{ kind, span, dueAt, goneAt }];
      });
    });
    return c.json({ items }, 200);
  });

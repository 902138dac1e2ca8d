// /measures/{id}/what-if: what another standard would move, before anybody sets it.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { tryStandards } from '../reports/read-roll-up.ts';
import { refuseBadStandards } from '../runtime/organisation/goals.ts';
import { findMeasure } from '../store/queries/measures.ts';
import { idParam } from './wire/common.ts';
import { whatIfBody, whatIfWire } from './wire/organisation.ts';

const tryStandard = createRoute({
  method: 'post',
  path: '/{id}/what-if',
  operationId: 'tryStandard',
  tags: ['Goals'],
  summary: 'Which components another standard of the measure would move; nothing is changed',
  request: { params: idParam, body: jsonBody(whatIfBody) },
  responses: answers(200, 'Components whose score or outcome would be another', whatIfWire),
});

export const whatIf = (deps: Deps) =>
  createRouter().openapi(tryStandard, async (c) => {
    const scope = authorize(c.var.actor, 'goals.change');
    const { standards } = c.req.valid('json');
    const items = await deps.store.read(async (db) => {
      const found = await findMeasure(db, c.req.valid('param').id);
      const visible = await visibleComponentIds(db, c.var.actor, scope);
      if (!found || !isVisible(visible, found.componentId)) throw notFound('measure');
      const { measure } = found;
      refuseBadStandards({ standards, direction: measure.direction });
      const moved = await tryStandards(deps, db, { measure, standards, at: deps.clock.now() });
      return moved.filter(({ component }) => isVisible(visible, component.id));
    });
    return c.json({ items }, 200);
  });

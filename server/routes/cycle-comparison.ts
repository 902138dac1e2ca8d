// /cycles/{id}/compare: what differs between two versions of a cycle.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { compareVersions } from '../runtime/cycles/compare-versions.ts';
import { idParam, z } from './wire/common.ts';
import { comparisonWire } from './wire/cycles.ts';

const versionName = z.union([z.literal('draft'), z.coerce.number().int().min(1)]);
const compare = createRoute({
  method: 'get',
  path: '/{id}/compare',
  operationId: 'compareCycleVersions',
  tags: ['Cycles'],
  request: { params: idParam, query: z.object({ from: versionName, to: versionName }) },
  responses: answers(200, 'What differs between two versions; `draft` is one too', comparisonWire),
});

export const cycleComparison = (deps: Deps) =>
  createRouter().openapi(compare, async (c) => {
    authorize(c.var.actor, 'cycles.read');
    const { id } = c.req.valid('param');
    const { from, to } = c.req.valid('query');
    const compared = await compareVersions(deps, { id, from, to });
    return c.json({ cycleId: id, from: String(from), to: String(to), ...compared }, 200);
  });

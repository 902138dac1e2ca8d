// /organisation by lines: a branch of the tree, what a search finds with the way to it, a sorted table, and the figures
// above them. Never more than what is shown.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import type { RollUps } from '../reports/roll-up-memo.ts';
import { readBranch, searchLines, summarise, tableOfLines } from '../runtime/present/present-organisation.ts';
import { listComponentChoices } from '../store/queries/component-choices.ts';
import { asOfQuery } from './wire/organisation.ts';
import {
  branchQuery,
  branchWire,
  choicesQuery,
  choicesWire,
  findQuery,
  foundWire,
  summaryWire,
  tableQuery,
  tableWire,
} from './wire/organisation-lines.ts';

const tags = ['Organisation'];
const branch = createRoute({
  method: 'get',
  path: '/tree',
  operationId: 'readOrganisationBranch',
  tags,
  request: { query: branchQuery },
  responses: answers(200, 'The parts of a component by name, or the top of the tree', branchWire),
});
const find = createRoute({
  method: 'get',
  path: '/search',
  operationId: 'searchOrganisation',
  tags,
  request: { query: findQuery },
  responses: answers(200, 'Components that fit, and those above them', foundWire),
});
const table = createRoute({
  method: 'get',
  path: '/table',
  operationId: 'listOrganisation',
  tags,
  request: { query: tableQuery },
  responses: answers(200, 'Components that fit, in the order asked for', tableWire),
});
const choices = createRoute({
  method: 'get',
  path: '/choices',
  operationId: 'listComponentChoices',
  tags,
  summary: 'Components to choose among by words of their names',
  request: { query: choicesQuery },
  responses: answers(
    200,
    'Those whose name begins so come first; no more than a person looks through',
    choicesWire,
  ),
});
const summary = createRoute({
  method: 'get',
  path: '/summary',
  operationId: 'summariseOrganisation',
  tags,
  request: { query: asOfQuery },
  responses: answers(200, 'How many components there are, and what they are scored over', summaryWire),
});

export function organisationLines(deps: Deps, rollUps: RollUps) {
  const lookingFor = (actor: Actor) => ({ deps, rollUps, actor });
  return createRouter()
    .openapi(branch, async (c) =>
      c.json(await readBranch(lookingFor(c.var.actor), c.req.valid('query')), 200),
    )
    .openapi(find, async (c) => c.json(await searchLines(lookingFor(c.var.actor), c.req.valid('query')), 200))
    .openapi(table, async (c) =>
      c.json(await tableOfLines(lookingFor(c.var.actor), c.req.valid('query')), 200),
    )
    .openapi(choices, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { ids, parents, limit, ...filter } = c.req.valid('query');
      const items = await deps.store.read((db) =>
        listComponentChoices(db, { ...filter, ids: ids?.split(','), isParent: parents === 'true' }, limit),
      );
      return c.json({ items }, 200);
    })
    .openapi(summary, async (c) =>
      c.json(await summarise(lookingFor(c.var.actor), c.req.valid('query').asOf), 200),
    );
}

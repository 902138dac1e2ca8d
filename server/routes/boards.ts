// /reports/boards: one question each, as rows of numbers, and the same as a file for a spreadsheet.
import { createRoute } from '@hono/zod-openapi';
import { csvFile } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { type BoardName, boardColumns } from '../reports/boards/board.ts';
import { fencedOrder, isInOrder } from '../reports/boards/fence.ts';
import { readBoard } from '../reports/boards/read-board.ts';
import { authorizeBoard, type Filter, readsBeyondPlans, readView } from '../reports/boards/view.ts';
import type { Books } from '../reports/books.ts';
import { fileHeaders } from './file-headers.ts';
import { boardFilterWire, boardParam, boardWire } from './wire/boards.ts';
import { z } from './wire/common.ts';

const request = { params: boardParam, query: boardFilterWire };
const read = createRoute({
  method: 'get',
  path: '/{board}',
  operationId: 'readBoard',
  tags: ['Reports'],
  description:
    'Of what the reader may see. “groups” is for HR alone, “raters” for HR and administrators. Groups with fewer than `least` people are withheld, and others with them from which they could be worked out.',
  request,
  responses: answers(200, 'The board', boardWire),
});
const file = createRoute({
  method: 'get',
  path: '/{board}/csv',
  operationId: 'readBoardAsCsv',
  tags: ['Reports'],
  description:
    'The same rows with the same ones withheld. Cells that a spreadsheet would run begin with an apostrophe.',
  request,
  responses: {
    ...answers(200, 'The board as a file', z.string()),
    200: { description: 'The board as a file', content: { 'text/csv': { schema: z.string() } } },
  },
});

type Looking = Pick<Deps, 'store' | 'cycles' | 'clock'> & Pick<Books, 'places' | 'stays'>;

async function ask(
  { store, cycles, clock, places, stays }: Looking,
  actor: Actor,
  { board, filter }: { board: BoardName; filter: Filter },
) {
  authorizeBoard(actor, board);
  if (readsBeyondPlans(actor) && !isInOrder(filter)) throw new ProblemError('not-allowed', fencedOrder);
  const at = clock.now();
  const { rows, least } = await store.read(async (db) => {
    const view = await readView({ db, cycles, places, stays }, { actor, board, filter, at });
    return { rows: await readBoard(board, view), least: view.least };
  });
  return { board, asOf: at, least, rows };
}

function asCsv({ board, asOf, rows }: Awaited<ReturnType<typeof ask>>): string {
  const columns = boardColumns[board];
  const lines = rows.map(({ id, name, detail, detailName, withheld, values }) => [
    ...[name ?? id, detailName ?? detail, withheld ? 'withheld' : ''],
    ...columns.map((column) => values[column] ?? null),
    asOf,
  ]);
  return csvFile([['name', 'detail', 'withheld', ...columns, 'asOf'], ...lines]);
}

export function boards(deps: Deps, { places, stays }: Pick<Books, 'places' | 'stays'>) {
  const looking = { ...deps, places, stays };
  return createRouter()
    .openapi(read, async (c) => {
      const { board } = c.req.valid('param');
      return c.json(await ask(looking, c.var.actor, { board, filter: c.req.valid('query') }), 200);
    })
    .openapi(file, async (c) => {
      const { board } = c.req.valid('param');
      const answer = await ask(looking, c.var.actor, { board, filter: c.req.valid('query') });
      const headers = await fileHeaders(deps, { name: board, at: answer.asOf, reader: c.var.actor });
      return c.body(asCsv(answer), 200, headers);
    });
}

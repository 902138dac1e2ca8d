// What readers who may read no plan are told: of groups of four nothing, in no report and no file, and no difference
// between two answers is smaller than five.
import { expect, test } from 'vitest';
import { boardNames } from '../../../server/reports/boards/board.ts';
import { fencedOrder } from '../../../server/reports/boards/fence.ts';
import { ratingCycle } from '../../support/cycles.ts';
import { actorOf, makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

interface Row {
  id: string;
  values: Record<string, number | null>;
  withheld: boolean;
}

/** So many employees below each component, rated: the last of all below, the others exceeding. */
async function rated(where: Record<string, number>) {
  const office = await makeOffice(ratingCycle);
  const ada = await office.as('ada');
  const ids: string[] = [];
  for (const [parentId, count] of Object.entries(where))
    for (let number = 0; number < count; number++) {
      const id = `${parentId}-${number}`;
      const person = { id, kind: 'employee', name: id, parentId, managerId: 'deputy' };
      expect((await ada('POST', '/api/v1/components', person)).status).toBe(201);
      await office.start(`plan-${id}`, id);
      ids.push(id);
    }
  const deputy = await office.as('deputy');
  const { items } = (await ada('GET', '/api/v1/tasks?state=open&limit=100')).body;
  for (const task of items) {
    const results = task.componentId === ids.at(-1) ? 'below' : 'exceeds';
    const result = { goals: [], results, methods: 'meets', summary: 'x', reason: 'y' };
    expect((await deputy('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);
  }
  const get = async (who: string, path: string) => (await office.as(who))('GET', `/api/v1${path}`);
  const rows = async (query: string, board = 'outcomes'): Promise<Row[]> =>
    (await get('dora', `/reports/boards/${board}?${query}`)).body.rows;
  const file = async (who: string, path: string) => {
    const { app } = await makeTestApp(actorOf(who), office.deps);
    const answer = await app.request(`/api/v1${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { ...office, get, rows, file };
}
const inPart = (part: string) => `cycleId=small&version=1&under=${part}`;
const isTold = (rows: Row[]) => rows.map(({ id, withheld }) => [id, !withheld]);

const readable = ['outcomes', 'stage-times', 'stage-counts?cycleId=small&version=1', 'roll-up'];

test('of a group of four a designer is told no figure by any report, screen or file', async () => {
  const { get, file } = await rated({ permits: 4 });
  for (const board of boardNames) {
    const { status, body } = await get('dora', `/reports/boards/${board}`);
    if (status === 403) continue;
    // How many components there are below the city everybody may count.
    const told = (body.rows as Row[]).filter(({ withheld }) => !withheld && board !== 'feedback');
    expect([board, told]).toEqual([board, []]);
    const lines = (await file('dora', `/reports/boards/${board}/csv`)).text.trim().split('\r\n').slice(1);
    const open = lines.filter((line) => !line.includes(',withheld,') && board !== 'feedback');
    expect([board, lines.length, open]).toEqual([board, body.rows.length, []]);
  }
  const outcomes = (await get('dora', '/reports/outcomes')).body.items;
  expect(outcomes).toEqual([
    { kind: 'employee', below: null, meets: null, exceeds: null, notScored: null, withheld: true },
  ]);
  expect((await get('dora', '/reports/stage-times')).body).toEqual({ withheld: 2, items: [] });
  expect((await get('dora', '/reports/stage-counts?cycleId=small&version=1')).body).toMatchObject({
    ...{ ended: 4, withheld: ['done'], items: [] },
  });
});

test.for([
  ['hana', 4],
  ['ada', 4],
  ['deputy', 4],
  ['dora', null],
  ['pat', 4],
  ['ian', undefined],
] as const)('%s is told of the four as far as they may read the plans', async ([who, sum]) => {
  const { get } = await rated({ permits: 4 });
  const { items } = (await get(who, '/reports/outcomes')).body;
  const [one] = items;
  const total = one && (one.withheld ? null : one.below + one.meets + one.exceeds + one.notScored);
  expect(total).toBe(sum);
  const { rows } = (await get(who, '/reports/boards/outcomes')).body;
  expect(rows[0]?.withheld).toBe(sum === undefined ? undefined : sum === null);
  for (const path of readable) expect((await get(who, `/reports/${path}`)).status).toBe(200);
});

test('of a group of five a designer is told how it came out', async () => {
  const { rows, get } = await rated({ permits: 5 });
  expect((await rows(''))[0]?.values).toEqual({ exceeds: 4, meets: 0, below: 1, notScored: 0 });
  expect((await get('dora', '/reports/outcomes')).body.items[0]).toMatchObject({ below: 1, withheld: false });
  const counts = (await get('dora', '/reports/stage-counts?cycleId=small&version=1')).body;
  expect([counts.withheld, counts.items]).toEqual([[], [{ stage: 'done', active: 0, overdue: 0, ended: 5 }]]);
});

test('of a few plans in a stage a designer is not told, nor of what the whole would give them away by', async () => {
  const { get, start } = await rated({ permits: 6 });
  const where = async (who: string) => (await get(who, '/reports/stage-counts?cycleId=small&version=1')).body;
  await start('under-way', 'inspection');
  expect(await where('dora')).toEqual({
    active: 1,
    ended: 6,
    isApart: false,
    withheld: ['done', 'rating'],
    items: [],
  });
  expect((await where('hana')).items).toHaveLength(2);
});

test('a part is not told when what is left beside it is a few', async () => {
  const { rows } = await rated({ permits: 5, inspection: 1 });
  expect(isTold(await rows('cycleId=small&version=1'))).toEqual([['employee', true]]);
  expect(isTold(await rows(inPart('permits')))).toEqual([['employee', false]]);
  expect(isTold(await rows(inPart('inspection')))).toEqual([['employee', false]]);
  // What lies above is the same as the whole, and nothing lies beside it.
  expect(isTold(await rows(inPart('dob')))).toEqual([['employee', true]]);
});

test('two parts are told when both are large enough, and a third that is small takes one with it', async () => {
  const two = await rated({ permits: 5, inspection: 6 });
  expect(isTold(await two.rows(inPart('permits')))).toEqual([['employee', true]]);
  expect(isTold(await two.rows(inPart('inspection')))).toEqual([['employee', true]]);
  // One of the department’s own, in neither part.
  const three = await rated({ permits: 5, inspection: 6, dob: 1 });
  expect(isTold(await three.rows(inPart('permits')))).toEqual([['employee', false]]);
  expect(isTold(await three.rows(inPart('inspection')))).toEqual([['employee', true]]);
});

test('a version is not told when the others of the cycle are a few', async () => {
  const office = await rated({ permits: 6 });
  await office.deps.store.commit((db) =>
    db.updateTable('plans').set({ version: 2 }).where('id', '=', 'plan-permits-5').execute(),
  );
  expect(isTold(await office.rows('cycleId=small'))).toEqual([['employee', true]]);
  for (const version of [1, 2])
    expect(isTold(await office.rows(`cycleId=small&version=${version}`))).toEqual([['employee', false]]);
});

test.each([
  'under=permits',
  'cycleId=small&under=permits',
  'version=1',
  'from=2026-01-02',
  'cycleId=small&version=1&to=2026-02-02',
])(
  'what does not lie in each other is refused to who may read no plan, screen and file: %s',
  async (query) => {
    const { file } = await rated({ permits: 5 });
    for (const kind of ['', '/csv']) {
      const path = `/reports/boards/outcomes${kind}?${query}`;
      const refused = await file('dora', path);
      expect([refused.status, JSON.parse(refused.text).detail]).toEqual([403, fencedOrder]);
      expect((await file('hana', path)).status).toBe(200);
    }
  },
);

test('who draws cycles and reads the plans of those whom they manage is told of no few beside them', async () => {
  const office = await rated({ permits: 3, inspection: 4 });
  const outcomes = async () => (await office.rows(inPart('inspection'))).map(({ values }) => values);
  const before = [await office.rows('cycleId=small'), await outcomes()];
  await (await office.as('ada'))('PATCH', '/api/v1/components/permits-0', { managerId: 'dora' });
  expect((await office.get('dora', '/plans')).body.items).toMatchObject([{ componentId: 'permits-0' }]);
  expect([await office.rows('cycleId=small'), await outcomes()]).toEqual(before);
  expect((await office.get('dora', '/reports/boards/outcomes?under=inspection')).status).toBe(403);
});

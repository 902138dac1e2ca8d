import { expect, test } from 'vitest';
import { runNextImport } from '../../../server/imports/operations.ts';
import { StoreUnavailableError } from '../../../server/store/store.ts';
import { actorOf } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const header = 'agency,goal,indicator,desiredDirection,target,actual';
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `Parks,Trees stand,Trees of kind ${index},Up,100,${index}`);
const body = (rows: string[]) => ({
  kind: 'indicators',
  format: 'csv',
  content: [header, ...rows].join('\n'),
  mapping: {
    path: [{ column: 'agency', kind: 'department' }],
    goal: 'goal',
    measure: 'indicator',
    direction: 'desiredDirection',
    target: 'target',
    actual: 'actual',
  },
  period: { start: '2022-07-01', end: '2023-06-30' },
});
const async = { prefer: 'respond-async' };
const path = '/api/v1/imports';

test('an import that is asked for as an operation answers at once and tells how far it is', async () => {
  const { send, deps } = await makeTestApp();
  const begun = await send('POST', path, body(rowsOf(3)), async);
  expect([begun.status, begun.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
  expect(begun.body).toMatchObject({
    status: 'running',
    dryRun: false,
    progress: { phase: 'waiting', done: 0, total: 0 },
  });
  const place = begun.headers.get('location') ?? '';
  expect((await send('GET', place)).body).toEqual(begun.body);
  expect([await runNextImport(deps), await runNextImport(deps)]).toEqual([true, false]);
  const done = (await send('GET', place)).body;
  const { id } = begun.body;
  expect(done).toEqual({
    ...(await send('POST', `${path}?dryRun=true`, body(rowsOf(3)))).body,
    id,
    dryRun: false,
    ...created(3),
  });
});
const all = (made: number) => ({ created: made, changed: 0, unchanged: 0 });
const created = (rows: number) => ({
  components: all(1),
  goals: all(1),
  measures: all(rows),
  observations: all(rows),
});

test('rows are read in lots, and every lot is told', async () => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', path, body(rowsOf(2_500)), async)).body;
  const seen: unknown[] = [];
  const off = deps.store.onCommit(() => {
    void send('GET', `${path}/${id}`).then((answer) => seen.push(answer.body.progress ?? answer.body.status));
  });
  await runNextImport(deps);
  expect((await send('GET', `${path}/${id}`)).body).toMatchObject({
    status: 'done',
    rows: 2_500,
    ...created(2_500),
  });
  off();
  const reading = (done: number) => ({ phase: 'reading', done, total: 2_500 });
  const writing = { phase: 'writing', done: 2_500, total: 2_500 };
  expect(seen).toEqual([reading(0), reading(1_000), reading(2_000), writing, 'done']);
});

test('asked for twice with one key it is one import', async () => {
  const { send, deps } = await makeTestApp();
  const headers = { ...async, 'idempotency-key': 'i1' };
  const first = await send('POST', path, body(rowsOf(2)), headers);
  const second = await send('POST', path, body(rowsOf(2)), headers);
  expect([second.status, second.body]).toEqual([202, first.body]);
  expect([await runNextImport(deps), await runNextImport(deps)]).toEqual([true, false]);
});

test('a dry run as an operation tells what would come and changes nothing', async () => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', `${path}?dryRun=true`, body(rowsOf(2)), async)).body;
  await runNextImport(deps);
  expect((await send('GET', `${path}/${id}`)).body).toMatchObject({
    dryRun: true,
    status: 'done',
    ...created(2),
  });
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
});

test.each([
  ['a row', body(['Parks,Trees stand,Trees,Sideways,1,1']), [2]],
  ['a place that is not there', { ...body(rowsOf(1)), under: 'nowhere' }, [0]],
])('one that is refused for %s changes nothing and says why', async (_, given, rows) => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', path, given, async)).body;
  await runNextImport(deps);
  const report = (await send('GET', `${path}/${id}`)).body;
  expect([report.status, report.progress]).toEqual(['refused', null]);
  expect(report.problems.map((problem: { row: number }) => problem.row)).toEqual(rows);
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
});

test('one that the store could not write is done once it can, and only once', async () => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', path, body(rowsOf(2)), async)).body;
  let left = 2;
  const commit: typeof deps.store.commit = (work) =>
    left-- > 0 ? deps.store.commit(work) : Promise.reject(new StoreUnavailableError({ cause: 'full' }));
  await expect(runNextImport({ ...deps, store: { ...deps.store, commit } })).rejects.toThrow('cannot write');
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
  await runNextImport(deps);
  expect((await send('GET', `${path}/${id}`)).body).toMatchObject({ status: 'done', ...created(2) });
  expect(await runNextImport(deps)).toBe(false);
});

test('one that breaks is told and does not keep the next from its turn', async () => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', path, body(rowsOf(2)), async)).body;
  await deps.store.commit((db) => db.updateTable('imports').set({ wish: '{' }).execute());
  await send('POST', path, body(rowsOf(1)), async);
  await runNextImport(deps);
  expect((await send('GET', `${path}/${id}`)).body.problems).toEqual([
    { row: 0, column: null, message: 'The import broke off; nothing was changed. The reason was logged.' },
  ]);
  await runNextImport(deps);
  expect((await send('GET', '/api/v1/components')).body.items.length).toBe(1);
});

test('the file is not kept once it is worked off', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', path, body(rowsOf(2)), async);
  await runNextImport(deps);
  const [row] = await deps.store.read((db) => db.selectFrom('imports').selectAll().execute());
  expect(row?.wish).toBe('');
});

test('who may not import sees no import, and one that is not there is not there', async () => {
  const { send, deps } = await makeTestApp();
  const { id } = (await send('POST', path, body(rowsOf(1)), async)).body;
  const { send: pat } = await makeTestApp(actorOf('pat'), deps);
  expect((await pat('GET', `${path}/${id}`)).status).toBe(403);
  expect((await send('GET', `${path}/imp_0`)).status).toBe(404);
});

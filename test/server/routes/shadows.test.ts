import { expect, test } from 'vitest';
import { makeShadowWorker } from '../../../server/runtime/shadows/shadow-worker.ts';
import { counterCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

/** The second count ends it. */
const candidate = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  variables: { count: 0 },
  initial: 'counting',
  stages: {
    counting: {
      name: 'Counting',
      on: {
        'count.raised': [
          { to: 'done', guard: 'count >= 1' },
          { do: [{ do: 'set', variable: 'count', value: 'count + 1' }] },
        ],
        'count.ended': [{ to: 'done' }],
      },
    },
    done: { type: 'final' },
  },
};

async function makeShadows() {
  const office = await makeOffice(counterCycle);
  await office.start('p1', 'permits');
  await office.start('p2', 'inspection');
  const admin = await office.as('ada');
  const designer = await office.as('dora');
  const hr = await office.as('hana');
  const begin = (body: object = { cycleId: 'small', candidate }, headers?: Record<string, string>) =>
    designer('POST', '/api/v1/shadows', body, headers);
  const look = async () => {
    const worker = makeShadowWorker(office.deps);
    while ((await worker.turn()) === 0);
  };
  const raise = (id: string) => admin('POST', `/api/v1/plans/${id}/events`, { type: 'count.raised' });
  return { ...office, admin, designer, hr, begin, look, raise };
}

test('a shadow tells how many plans stand where the candidate would have them, which do not, and why', async () => {
  const { begin, look, raise, hr } = await makeShadows();
  const { status, body, headers } = await begin();
  expect([status, headers.get('location')]).toEqual([201, `/api/v1/shadows/${body.id}`]);
  expect(body).toMatchObject({
    cycleId: 'small',
    candidate: 'document',
    version: null,
    startedBy: 'dora',
    endedAt: null,
    counts: { waiting: 2, same: null },
    differing: [],
  });
  await raise('p1');
  await raise('p1');
  await raise('p2');
  await look();
  const report = (await hr('GET', `/api/v1/shadows/${body.id}`)).body;
  expect(report.counts).toEqual({
    waiting: 0,
    same: 1,
    'other-outcome': 1,
    'other-path': 0,
    'not-replayed': 0,
  });
  expect(report.differing).toMatchObject([
    {
      planId: 'p1',
      componentId: 'permits',
      componentName: 'Permits',
      revision: 3,
      verdict: 'other-outcome',
      parting: {
        revision: null,
        recorded: null,
        replayed: {
          event: 'count.raised',
          entered: ['done'],
          guards: [{ guard: 'count >= 1', passed: true, values: { count: 1 } }],
        },
      },
      words: {
        verdict: 'It stands in counting; it would have ended as done.',
        recorded: ['It waits in counting.'],
        replayed: [
          'On 2026-01-05 Ada sent the event “count raised”.',
          'So it went from Counting to done, because the condition count >= 1 held (count is 1).',
        ],
      },
    },
  ]);
});

test('who draws cycles and reads no plans learns neither which plans differ nor how few', async () => {
  const { begin, look, raise, designer } = await makeShadows();
  const { id } = (await begin()).body;
  await raise('p1');
  await raise('p1');
  await look();
  const report = (await designer('GET', `/api/v1/shadows/${id}`)).body;
  const few = { waiting: 0, same: null, 'other-outcome': null, 'other-path': null, 'not-replayed': null };
  expect([report.counts, report.differing]).toEqual([few, []]);
  expect(report.withheld).toMatch(/^Which plans these are is told to whoever may read them/);
  expect((await designer('GET', '/api/v1/shadows')).body.items[0].counts).toEqual(few);
  const plans = await designer('GET', `/api/v1/shadows/${id}/plans`);
  expect([plans.status, plans.body.detail]).toEqual([
    403,
    'Single plans are told to whoever may read them: HR and administrators see them all. How many there are is at the shadow itself.',
  ]);
});

test('plans of a shadow are listed page by page and by verdict', async () => {
  const { begin, look, raise, hr } = await makeShadows();
  const { id } = (await begin()).body;
  await raise('p2');
  await raise('p2');
  await look();
  const path = `/api/v1/shadows/${id}/plans`;
  const one = (await hr('GET', `${path}?limit=1`)).body;
  const two = (await hr('GET', `${path}?limit=1&cursor=${one.nextCursor}`)).body;
  expect([...one.items, ...two.items].map(({ planId, verdict }) => [planId, verdict])).toEqual([
    ['p1', 'same'],
    ['p2', 'other-outcome'],
  ]);
  expect((await hr('GET', `${path}?verdict=other-outcome`)).body.items).toMatchObject([{ planId: 'p2' }]);
  expect((await hr('GET', `${path}?verdict=odd`)).status).toBe(422);
});

test('a shadow sent twice with one key is one; a shadow is ended twice without harm', async () => {
  const { begin, designer, deps } = await makeShadows();
  const key = { 'idempotency-key': 'shadow-1' };
  const first = await begin(undefined, key);
  expect((await begin(undefined, key)).body).toEqual(first.body);
  expect((await designer('GET', '/api/v1/shadows')).body.items).toHaveLength(1);
  const end = (headers?: Record<string, string>) =>
    designer('POST', `/api/v1/shadows/${first.body.id}/end`, undefined, headers);
  const ended = await end({ 'idempotency-key': 'end-1' });
  expect(ended).toMatchObject({ status: 200, body: { endedBy: 'dora', endedAt: deps.clock.now() } });
  deps.clock.advance(1_000);
  expect((await end({ 'idempotency-key': 'end-1' })).body).toEqual(ended.body);
  expect((await end()).body).toEqual(ended.body);
  const audit = await deps.store.read((db) =>
    db.selectFrom('audit').select('action').orderBy('seq').execute(),
  );
  expect(audit.map(({ action }) => action).filter((action) => action.startsWith('shadow'))).toEqual([
    'shadow.started',
    'shadow.ended',
  ]);
});

test('shadows are listed, the newest first; of the draft or a version they say so', async () => {
  const { begin, admin, designer, deps, publish } = await makeShadows();
  await publish(2, { ...counterCycle, variables: { count: 5 } });
  await admin('PUT', '/api/v1/cycles/small', candidate, { 'if-none-match': '*' });
  const version = (await begin({ cycleId: 'small', candidate: 2 })).body;
  deps.clock.advance(1_000);
  const draft = (await begin({ cycleId: 'small' })).body;
  const one = (await designer('GET', '/api/v1/shadows?limit=1')).body;
  const two = (await designer('GET', `/api/v1/shadows?limit=1&cursor=${one.nextCursor}`)).body;
  expect([one.items, two.items]).toMatchObject([
    [{ id: draft.id, candidate: 'draft', version: null, counts: { waiting: 2 } }],
    [{ id: version.id, candidate: 'version', version: 2 }],
  ]);
});

test('a sixth shadow at once is refused with what to do', async () => {
  const { begin, designer } = await makeShadows();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await begin()).body.id);
  const refused = [await begin(), await begin()];
  expect(refused.map(({ status }) => status)).toEqual([409, 409]);
  expect(refused[0]?.body.detail).toBe('5 shadows are under way, the most there may be. End one first.');
  await designer('POST', `/api/v1/shadows/${ids[0]}/end`);
  expect((await begin()).status).toBe(201);
});

test.each<[string, object, number, string]>([
  ['of a cycle that is not there', { cycleId: 'none', candidate: 1 }, 404, ''],
  ['of a version that is not there', { cycleId: 'small', candidate: 9 }, 404, ''],
  ['without a cycle', { candidate: 1 }, 422, '/cycleId'],
  [
    'of something that is no cycle',
    { cycleId: 'small', candidate: { schema: 'cycle/1' } },
    422,
    '/candidate',
  ],
  ['with an unknown key', { cycleId: 'small', of: 1 }, 422, ''],
  ['that cannot run', { cycleId: 'small', candidate: { ...candidate, initial: 'nowhere' } }, 409, '/initial'],
  [
    'that is too large',
    { cycleId: 'small', candidate: { ...candidate, description: 'x'.repeat(1_100_000) } },
    413,
    '',
  ],
])('a shadow %s is refused twice and none is there', async (_, body, status, pointer) => {
  const { begin, designer } = await makeShadows();
  const answers = [await begin(body), await begin(body)];
  expect(answers.map((answer) => answer.status)).toEqual([status, status]);
  if (pointer !== '') expect(answers[0]?.body.errors[0].pointer).toContain(pointer);
  expect((await designer('GET', '/api/v1/shadows')).body.items).toEqual([]);
});

test('designers and administrators start and end shadows; HR may look; what is not there is not found', async () => {
  const { as, begin } = await makeShadows();
  const { id } = (await begin()).body;
  const statuses: Record<string, number[]> = {};
  for (const who of ['ada', 'dora', 'hana', 'deputy', 'pat']) {
    const send = await as(who);
    const answers = [
      await send('POST', '/api/v1/shadows', { cycleId: 'small', candidate }),
      await send('GET', `/api/v1/shadows/${id}`),
      await send('GET', `/api/v1/shadows/${id}/plans`),
      await send('GET', '/api/v1/shadows'),
      await send('POST', `/api/v1/shadows/${id}/end`),
    ];
    statuses[who] = answers.map(({ status }) => status);
  }
  expect(statuses).toEqual({
    ada: [201, 200, 200, 200, 200],
    dora: [201, 200, 403, 200, 200],
    hana: [403, 200, 200, 200, 403],
    deputy: [403, 403, 403, 403, 403],
    pat: [403, 403, 403, 403, 403],
  });
  const designer = await as('dora');
  const missing = ['GET /none', 'GET /none/plans', 'POST /none/end'].map((one) => one.split(' '));
  for (const [method = '', path] of missing)
    expect((await designer(method, `/api/v1/shadows${path}`)).status).toBe(404);
});

import { expect, test } from 'vitest';
import { runLaunches, startNextChunk } from '../../../server/runtime/launches/launch-worker.ts';
import { StoreUnavailableError } from '../../../server/store/store.ts';
import { counterCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

const launch = { cycleId: 'small', componentIds: ['permits', 'inspection', 'nowhere'] };

async function makeLaunches() {
  const office = await makeOffice(counterCycle);
  const hr = await office.as('hana');
  const start = (body: object) => hr('POST', '/api/v1/launches', body);
  return { ...office, hr, start };
}

test('a launch is taken at once, starts a plan per component, and a failed one does not stop the others', async () => {
  const { start, hr, deps } = await makeLaunches();
  const taken = await start(launch);
  expect(taken.status).toBe(202);
  expect(taken.body).toMatchObject({ version: 1, status: 'running', total: 3, started: 0, failed: 0 });
  expect(taken.body.period).toEqual({ start: '2026-01-01', end: '2026-12-31' });
  await runLaunches(deps);
  const done = (await hr('GET', `/api/v1/launches/${taken.body.id}`)).body;
  expect(done).toMatchObject({ status: 'done', started: 2, failed: 1, createdBy: 'hana' });
  const { items } = (await hr('GET', `/api/v1/launches/${taken.body.id}/results`)).body;
  expect(items.map(({ componentId, state }: Record<string, string>) => [componentId, state])).toEqual([
    ['permits', 'started'],
    ['inspection', 'started'],
    ['nowhere', 'failed'],
  ]);
  expect(items[2].problem).toContain('nowhere');
  const plans = (await hr('GET', `/api/v1/plans?launchId=${taken.body.id}`)).body.items;
  expect(plans.length).toBe(2);
});

test('what is closed before the period is left out with a line that says so, and no selector means what is closed', async () => {
  const { start, hr, deps } = await makeLaunches();
  await deps.store.commit((db) =>
    db.updateTable('components').set({ activeTo: '2025-12-31' }).where('id', '=', 'permits').execute(),
  );
  const selected = await hr('POST', '/api/v1/launches/selection', { selector: {} });
  expect(selected.body.components).toBe(3);
  const taken = await start({ cycleId: 'small', componentIds: ['permits', 'inspection'] });
  await runLaunches(deps);
  const { items } = (await hr('GET', `/api/v1/launches/${taken.body.id}/results`)).body;
  expect(items.map(({ state, problem }: Record<string, string>) => [state, problem])).toEqual([
    [
      'skipped',
      'It was closed on 2025-12-31, before the period begins; no plan was started. Open it again, or choose another period.',
    ],
    ['started', null],
  ]);
});

test('a selector means what is open by the day of each place', async () => {
  const { hr, deps } = await makeLaunches();
  deps.clock.set('2026-01-06T02:00:00.000Z');
  await deps.store.commit((db) =>
    db.updateTable('components').set({ activeTo: '2026-01-05' }).where('id', '=', 'permits').execute(),
  );
  const openIn = async (zone: string) => {
    await deps.store.commit((db) =>
      db.updateTable('components').set({ zone }).where('parentId', 'is', null).execute(),
    );
    return (await hr('POST', '/api/v1/launches/selection', { selector: {} })).body.components;
  };
  expect([await openIn('America/New_York'), await openIn('UTC')]).toEqual([4, 3]);
});

test('a launch is for what is picked branch by branch, and the server counts it before', async () => {
  const { start, hr, deps } = await makeLaunches();
  const picks = [
    { componentId: 'dob', reach: 'branch', isIn: true },
    { componentId: 'permits', reach: 'one', isIn: false },
    { componentId: 'gone', reach: 'one', isIn: true },
  ];
  const count = async (selector: object) =>
    (await hr('POST', '/api/v1/launches/selection', { selector })).body.components;
  expect(await count({ picks })).toBe(2);
  expect(await count({ picks, under: 'inspection' })).toBe(1);
  expect(await count({ kinds: ['team'] })).toBe(0);
  expect(await count({})).toBe(4);
  const taken = await start({ cycleId: 'small', selector: { picks } });
  await runLaunches(deps);
  const { items } = (await hr('GET', `/api/v1/launches/${taken.body.id}/results`)).body;
  expect(items.map(({ componentId }: Record<string, string>) => componentId)).toEqual(['dob', 'inspection']);
});

test('a launch sent twice with one key is one launch', async () => {
  const { hr } = await makeLaunches();
  const key = { 'idempotency-key': 'launch-1' };
  const first = await hr('POST', '/api/v1/launches', launch, key);
  const second = await hr('POST', '/api/v1/launches', launch, key);
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(second.body).toEqual(first.body);
  expect((await hr('GET', '/api/v1/launches')).body.items.length).toBe(1);
});

test('a launch that was broken off goes on where it stood', async () => {
  const { start, deps, hr } = await makeLaunches();
  const components = Array.from({ length: 150 }, (_, index) => `c${index}`);
  await deps.store.commit(async (db) => {
    for (const id of components)
      await db
        .insertInto('components')
        .values({
          id,
          kind: 'team',
          name: id,
          parentId: 'dob',
          ownerId: null,
          managerId: null,
          zone: null,
          holidayRegion: null,
          createdAt: deps.clock.now(),
        })
        .execute();
  });
  const { id } = (await start({ cycleId: 'small', selector: { kinds: ['team'], under: 'city' } })).body;
  await startNextChunk(deps);
  expect((await hr('GET', `/api/v1/launches/${id}`)).body).toMatchObject({ total: 150, started: 100 });
  await runLaunches(deps);
  expect((await hr('GET', `/api/v1/launches/${id}`)).body).toMatchObject({ started: 150, status: 'done' });
  const plans = await deps.store.read((db) =>
    db.selectFrom('plans').select('componentId').where('launchId', '=', id).execute(),
  );
  expect(new Set(plans.map((plan) => plan.componentId)).size).toBe(150);
});

test('results are read page by page and by state', async () => {
  const { start, deps, hr } = await makeLaunches();
  const { id } = (await start(launch)).body;
  await runLaunches(deps);
  const first = (await hr('GET', `/api/v1/launches/${id}/results?limit=2`)).body;
  const second = (await hr('GET', `/api/v1/launches/${id}/results?limit=2&cursor=${first.nextCursor}`)).body;
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  expect((await hr('GET', `/api/v1/launches/${id}/results?state=failed`)).body.items.length).toBe(1);
});

test.each([
  ['neither components nor a selector', { cycleId: 'small' }],
  ['both components and a selector', { ...launch, selector: {} }],
  ['a cycle that was never published', { ...launch, cycleId: 'unknown' }],
  ['a version that is not there', { ...launch, version: 7 }],
  ['a selector that means nobody', { cycleId: 'small', selector: { kinds: ['project'] } }],
  ['an unknown key', { ...launch, colour: 'red' }],
  ['a period that ends before it starts', { ...launch, period: { start: '2026-02-01', end: '2026-01-01' } }],
])('a launch with %s is refused twice and starts nothing', async (_, body) => {
  const { start, hr } = await makeLaunches();
  const answers = [await start(body), await start(body)];
  expect(answers.map((answer) => answer.status)).toEqual([422, 422]);
  expect((await hr('GET', '/api/v1/launches')).body.items).toEqual([]);
});

test('a cycle that starts another one does so for the children, as a launch of its own', async () => {
  const office = await makeOffice({
    initial: 'begin',
    stages: {
      begin: {
        on: {
          'go.given': [{ to: 'end', do: [{ do: 'start', cycle: 'small', for: 'children' }] }],
          'lost.given': [{ to: 'end', do: [{ do: 'start', cycle: 'unknown', for: 'component' }] }],
        },
      },
      end: { type: 'final' },
    },
  });
  await office.start('p1', 'dob');
  await office.start('p2', 'permits');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/plans/p1/events', { type: 'go.given' });
  await admin('POST', '/api/v1/plans/p2/events', { type: 'lost.given' });
  await runLaunches(office.deps);
  const launches = await office.deps.store.read((db) =>
    db
      .selectFrom('launchItems as i')
      .innerJoin('launches as l', 'l.id', 'i.launchId')
      .select(['l.originPlanId', 'i.componentId', 'i.state'])
      .orderBy('i.componentId')
      .orderBy('i.state')
      .execute(),
  );
  expect(launches).toEqual([
    { originPlanId: 'p1', componentId: 'inspection', state: 'started' },
    { originPlanId: 'p2', componentId: 'permits', state: 'failed' },
    { originPlanId: 'p1', componentId: 'permits', state: 'started' },
  ]);
  expect((await admin('GET', '/api/v1/launches')).body.items).toEqual([]);
  const told = (await admin('GET', '/api/v1/notifications')).body.items;
  expect(told.map((notice: { planId: string; message: string }) => [notice.planId, notice.message])).toEqual([
    ['p2', 'The cycle unknown has no published version. Publish it and launch it.'],
  ]);
});

test('cycles that start each other come to an end, and administrators are told', async () => {
  const again = [{ do: 'start', cycle: 'small', for: 'component' }];
  const office = await makeOffice({
    initial: 'begin',
    stages: { begin: { entry: again, on: { done: [{ to: 'end' }] } }, end: { type: 'final' } },
  });
  await office.start('p1');
  await runLaunches(office.deps);
  const { count } = await office.deps.store.read((db) =>
    db
      .selectFrom('plans')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  expect(count).toBe(51);
  const [notice, ...more] = (await (await office.as('ada'))('GET', '/api/v1/notifications')).body.items;
  expect([notice.message, more]).toEqual([expect.stringContaining('run in a circle'), []]);
});

test('while the store cannot write no component fails, and all are started afterwards', async () => {
  const { deps, start, hr } = await makeLaunches();
  const { id } = (await start(launch)).body;
  let failures = 1;
  const commit: typeof deps.store.commit = (work) =>
    failures-- > 0 ? Promise.reject(new StoreUnavailableError({ cause: 'full' })) : deps.store.commit(work);
  const failing = { ...deps, store: { ...deps.store, commit } };
  await expect(startNextChunk(failing)).rejects.toThrow('cannot write');
  await runLaunches(deps);
  expect((await hr('GET', `/api/v1/launches/${id}`)).body).toMatchObject({ started: 2, failed: 1 });
});

test('only HR and administrators launch', async () => {
  const { as } = await makeLaunches();
  for (const id of ['pat', 'deputy', 'dora']) {
    const send = await as(id);
    expect((await send('POST', '/api/v1/launches', launch)).status).toBe(403);
    expect((await send('POST', '/api/v1/launches/selection', { selector: {} })).status).toBe(403);
  }
});

test('a second launch leaves components with an active plan of the cycle as they are, and says so', async () => {
  const { start, hr, deps } = await makeLaunches();
  const both = { cycleId: 'small', componentIds: ['permits', 'inspection'] };
  const first = (await start({ ...both, componentIds: ['permits'] })).body;
  // Not run yet: two launches in one breath start one plan too.
  const second = (await start(both)).body;
  await runLaunches(deps);
  const [active] = (await hr('GET', `/api/v1/launches/${first.id}/results`)).body.items;
  expect((await hr('GET', `/api/v1/launches/${second.id}`)).body).toMatchObject({
    again: false,
    status: 'done',
    total: 2,
    started: 1,
    failed: 0,
    skipped: 1,
  });
  const { items } = (await hr('GET', `/api/v1/launches/${second.id}/results?state=skipped`)).body;
  expect(items).toEqual([
    {
      componentId: 'permits',
      componentName: 'Permits',
      state: 'skipped',
      planId: active.planId,
      problem:
        'It already has an active plan of this cycle, which goes on; none was started beside it. Launch again with “again” to start another.',
    },
  ]);
  expect((await hr('GET', '/api/v1/plans?componentId=permits')).body.items.length).toBe(1);
});

test('a launch “again” starts another plan beside an active one', async () => {
  const { start, hr, deps } = await makeLaunches();
  const permits = { cycleId: 'small', componentIds: ['permits'] };
  await start(permits);
  const again = (await start({ ...permits, again: true })).body;
  await runLaunches(deps);
  expect((await hr('GET', `/api/v1/launches/${again.id}`)).body).toMatchObject({
    again: true,
    started: 1,
    skipped: 0,
  });
  expect((await hr('GET', '/api/v1/plans?componentId=permits')).body.items.length).toBe(2);
});

test('a component whose plan has ended gets the next one without being asked', async () => {
  const { start, hr, deps, as } = await makeLaunches();
  const permits = { cycleId: 'small', componentIds: ['permits'] };
  const { id } = (await start(permits)).body;
  await runLaunches(deps);
  const [{ planId }] = (await hr('GET', `/api/v1/launches/${id}/results`)).body.items;
  await (await as('ada'))('POST', `/api/v1/plans/${planId}/events`, { type: 'count.ended' });
  const next = (await start(permits)).body;
  await runLaunches(deps);
  expect((await hr('GET', `/api/v1/launches/${next.id}`)).body).toMatchObject({ started: 1, skipped: 0 });
});

const quarterly = (given: object = {}) => makeOffice({ ...counterCycle, cadence: 'quarter', ...given });

test('without days a launch covers the part of the calendar that its cycle says, in the organisation’s zone', async () => {
  const { as, deps } = await quarterly();
  const hr = await as('hana');
  deps.clock.set('2026-10-01T02:00:00.000Z');
  const launched = async () => (await hr('POST', '/api/v1/launches', launch)).body.period;
  expect(await launched()).toEqual({ start: '2026-10-01', end: '2026-12-31' });
  await deps.store.commit((db) =>
    db.updateTable('components').set({ zone: 'America/New_York' }).where('parentId', 'is', null).execute(),
  );
  expect(await launched()).toEqual({ start: '2026-07-01', end: '2026-09-30' });
  expect((await hr('GET', '/api/v1/organisation/summary')).body.today).toBe('2026-09-30');
});

test('a launch without days covers the organisation’s fiscal year, or the part of it that its cycle says', async () => {
  const { as, deps } = await makeOffice(counterCycle);
  const [hr, admin] = [await as('hana'), await as('ada')];
  const launched = async () => (await hr('POST', '/api/v1/launches', launch)).body.period;
  deps.clock.set('2026-11-29T09:00:00.000Z');
  expect(await launched()).toEqual({ start: '2026-01-01', end: '2026-12-31' });
  await admin('PUT', '/api/v1/settings', { fiscalYearStart: 7 });
  expect(await launched()).toEqual({ start: '2026-07-01', end: '2027-06-30' });
  expect((await hr('GET', '/api/v1/organisation/summary')).body.fiscalYearStart).toBe(7);
  expect((await hr('GET', '/api/v1/settings')).body).toEqual({ secondPerson: false, fiscalYearStart: 7 });
});

test.for([0, 13, 6.5, 'July'])('a fiscal year does not start in month %s', async (fiscalYearStart) => {
  const admin = await (await makeOffice(counterCycle)).as('ada');
  const { status, body } = await admin('PUT', '/api/v1/settings', { fiscalYearStart });
  expect([status, body.errors[0].pointer]).toEqual([422, '/fiscalYearStart']);
  expect((await admin('GET', '/api/v1/settings')).body.fiscalYearStart).toBe(1);
});

test('a round started after the period is over gets that of its day; during it, the same', async () => {
  const again = { 'go.given': [{ to: 'end', do: [{ do: 'start', cycle: 'small', for: 'component' }] }] };
  const { as, deps, start } = await quarterly({
    initial: 'begin',
    stages: { begin: { on: again }, end: { type: 'final' } },
  });
  const period = { start: '2026-01-01', end: '2026-03-31' };
  await start('p1', 'permits', period);
  await start('p2', 'permits', period);
  await start('p3', 'permits', period);
  const admin = await as('ada');
  const startedBy = async (id: string) => {
    await admin('POST', `/api/v1/plans/${id}/events`, { type: 'go.given' });
    const launches = await deps.store.read((db) =>
      db
        .selectFrom('launches')
        .select(['periodStart as start', 'periodEnd as end'])
        .where('originPlanId', '=', id)
        .execute(),
    );
    return launches;
  };
  expect(await startedBy('p1')).toEqual([period]);
  deps.clock.set('2026-04-20T09:00:00.000Z');
  expect(await startedBy('p2')).toEqual([{ start: '2026-04-01', end: '2026-06-30' }]);
  await admin('PUT', '/api/v1/settings', { fiscalYearStart: 3 });
  expect(await startedBy('p3')).toEqual([{ start: '2026-03-01', end: '2026-05-31' }]);
});

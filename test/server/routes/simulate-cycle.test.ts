// A cycle is simulated over HTTP: bounded, repeatable, and without a trace.
import { describe, expect, test } from 'vitest';
import { makeOrganisation } from '../../../engine/index.ts';
import { startNextChunk } from '../../../server/runtime/launches/launch-worker.ts';
import { readCycle, readSample } from '../../support/sample-cycles.ts';
import { admin, makeTestApp, makeTestDeps } from '../../support/server.ts';

type Api = Awaited<ReturnType<typeof makeTestApp>>;

const path = '/api/v1/cycles/organisation-loop/simulate';

async function withLoop(): Promise<Api> {
  const api = await makeTestApp();
  const cycle = readSample('organisation-loop.cycle.json');
  const saved = await api.send('PUT', '/api/v1/cycles/organisation-loop', cycle, { 'if-none-match': '*' });
  expect(saved.status).toBe(200);
  return api;
}

/** The number of rows in every table. */
async function rowsIn({ deps }: Api): Promise<Record<string, number>> {
  return deps.store.read(async (db) => {
    const tables = await db.introspection.getTables();
    const counts = await Promise.all(
      tables.map(async ({ name }): Promise<[string, number]> => {
        const rows = await db
          .selectFrom(name as 'plans')
          .selectAll()
          .execute();
        return [name, rows.length];
      }),
    );
    return Object.fromEntries(counts);
  });
}

test('the draft is simulated over a made organisation, twice alike, and nothing is stored or sent', async () => {
  const api = await withLoop();
  const before = await rowsIn(api);
  const first = await api.send('POST', path, { components: 60, seed: 7 });
  const second = await api.send('POST', path, { components: 60, seed: 7 });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body).toMatchObject({
    cycleId: 'organisation-loop',
    plans: 60,
    ended: 60,
    seed: 7,
    failed: 0,
  });
  expect(first.body.stages.length).toBeGreaterThan(20);
  expect(second.body).toEqual(first.body);
  expect((await api.send('POST', path, { components: 60, seed: 8 })).body).not.toEqual(first.body);
  expect(await rowsIn(api)).toEqual(before);
});

test('what is assumed decides what comes out', async () => {
  const api = await withLoop();
  const always = (results: object) =>
    api.send('POST', path, { components: 30, assumptions: { results: { kind: 'shares', ...results } } });
  const good = await always({ below: 0, meets: 0, exceeds: 1 });
  expect(good.body.outcomes).toMatchObject([{ outcome: 'exceeds', count: 30 }]);
  const bad = await always({ below: 1, meets: 0, exceeds: 0 });
  expect(bad.body.endings).toMatchObject([{ ending: 'stopped', count: 30 }]);
  expect(bad.body.rounds.mean.value).toBe(4);
  const wrong = await always({ below: 1, meets: 1, exceeds: 0 });
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [{ pointer: '/assumptions/results', detail: 'The shares of the outcomes add up to 1.' }],
  ]);
});

describe('the real organisation', () => {
  async function withOrganisation(): Promise<Api> {
    const api = await withLoop();
    const post = async (where: string, body: object) => {
      const { status } = await api.send('POST', `/api/v1/${where}`, body);
      expect(status).toBeLessThan(300);
    };
    for (const id of ['max', 'ada-b', 'ben'])
      await post('people', { id, name: id, email: `${id}@example.com`, roles: ['manager'] });
    await post('components', { id: 'city', kind: 'organisation', name: 'City', ownerId: 'max' });
    await post('components', {
      id: 'parks',
      kind: 'team',
      name: 'Parks',
      parentId: 'city',
      ownerId: 'ada-b',
      managerId: 'max',
    });
    await post('components', {
      id: 'roads',
      kind: 'team',
      name: 'Roads',
      parentId: 'city',
      ownerId: 'ben',
      managerId: 'max',
    });
    return api;
  }

  test('is simulated as it stands, and its people have the load', async () => {
    const api = await withOrganisation();
    const { status, body } = await api.send('POST', path, {
      organisation: 'real',
      repeats: 20,
      assumptions: { load: { minutes: { default: 700 } } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ components: 3, repeats: 20, plans: 60 });
    const people = new Set(body.load.flagged.map(({ person }: { person: string }) => person));
    expect([...people].sort()).toEqual(['ada-b', 'ben', 'max']);
    // Nobody has the role hr, and nobody answers above the city.
    expect(body.tasks.find(({ task }: { task: string }) => task === 'appraise').unassigned).toBe(20);
  });

  test('can be narrowed to some components', async () => {
    const api = await withOrganisation();
    const teams = { organisation: 'real', selector: { kinds: ['team'] } };
    expect((await api.send('POST', path, teams)).body).toMatchObject({ plans: 2 });
    const nobody = await api.send('POST', path, { organisation: 'real', selector: { kinds: ['process'] } });
    expect([nobody.status, nobody.body.errors[0].pointer]).toEqual([422, '/selector']);
  });
});

describe('what finished plans tell', () => {
  const quick = {
    schema: 'cycle/1',
    id: 'quick',
    name: 'Quick',
    initial: 'deciding',
    stages: {
      deciding: {
        tasks: { decide: { title: 'Decide', assignee: 'owner', form: 'plan-agreement', due: 'P9D' } },
        on: {
          'task.decide.completed': [
            { to: 'agreed', guard: 'result.decision = "agreed"' },
            { to: 'returned' },
          ],
        },
      },
      agreed: { type: 'final', outcome: 'agreed' },
      returned: { type: 'final', outcome: 'returned' },
    },
  };

  test('is what their successors are simulated with', async () => {
    const api = await makeTestApp({ ...admin, id: 'ada-b' });
    await api.send('POST', '/api/v1/people', {
      id: 'ada-b',
      name: 'A',
      email: 'a@example.com',
      roles: ['admin'],
    });
    await api.send('POST', '/api/v1/components', {
      id: 'city',
      kind: 'organisation',
      name: 'City',
      ownerId: 'ada-b',
    });
    await api.send('PUT', '/api/v1/cycles/quick', quick, { 'if-none-match': '*' });
    expect((await api.send('POST', '/api/v1/cycles/quick/publish', {})).status).toBe(201);
    for (let count = 0; count < 3; count++) {
      const launch = { cycleId: 'quick', componentIds: ['city'] };
      expect((await api.send('POST', '/api/v1/launches', launch)).status).toBe(202);
      while (await startNextChunk(api.deps)) {}
      api.deps.clock.advance(2 * 86_400_000);
      const { body } = await api.send('GET', '/api/v1/tasks?state=open');
      const done = await api.send('POST', `/api/v1/tasks/${body.items[0].id}/complete`, {
        result: { decision: 'returned' },
      });
      expect(done.status).toBe(200);
    }
    const simulated = await api.send('POST', '/api/v1/cycles/quick/simulate', {
      components: 40,
      version: 1,
      from: 'history',
    });
    expect(simulated.body).toMatchObject({ ended: 40, days: { p10: 2, max: 2 } });
    expect(simulated.body.endings).toMatchObject([{ ending: 'returned', count: 40 }]);
  });
});

describe('it is refused', () => {
  test('to roles that neither draw nor launch cycles', async () => {
    for (const [role, expected] of [
      ['employee', 403],
      ['manager', 403],
      ['designer', 404],
      ['hr', 404],
      ['admin', 404],
    ] as const) {
      const { send } = await makeTestApp({ id: 'eve', name: 'Eve', roles: [role] });
      expect([role, (await send('POST', path, {})).status]).toEqual([role, expected]);
    }
  });

  test('when there is no such cycle, version or key, or too much is asked for', async () => {
    const { send } = await withLoop();
    const statusOf = async (body: object) => (await send('POST', path, body)).status;
    expect(await statusOf({ version: 3 })).toBe(404);
    expect(await statusOf({ componets: 3 })).toBe(422);
    expect(await statusOf({ components: 1_000, repeats: 51 })).toBe(422);
    expect(await statusOf({ components: 0 })).toBe(422);
    expect(await statusOf({ seed: -1 })).toBe(422);
  });

  test('when the draft is no statechart', async () => {
    const { send } = await makeTestApp();
    const broken = {
      schema: 'cycle/1',
      id: 'x',
      name: 'X',
      initial: 'gone',
      stages: { a: { type: 'final' } },
    };
    await send('PUT', '/api/v1/cycles/x', broken, { 'if-none-match': '*' });
    const { status, body } = await send('POST', '/api/v1/cycles/x/simulate', {});
    expect([status, body.errors[0].pointer]).toEqual([409, '/initial']);
  });

  test('while two others run; and they end when nobody waits for them any more', async () => {
    const { simulations } = await makeTestDeps();
    const long = {
      cycle: readCycle('organisation-loop.cycle.json'),
      organisation: makeOrganisation({ components: 40_000 }, 1),
      options: {},
    };
    const gone = new AbortController();
    const first = simulations.run(long, gone.signal);
    const second = simulations.run(long, gone.signal);
    await expect(simulations.run(long, gone.signal)).rejects.toThrow('Other simulations are running');
    const both = Promise.allSettled([first, second]);
    gone.abort();
    for (const ended of await both)
      expect(ended).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable' } });
    const short = { ...long, organisation: makeOrganisation({ components: 2 }, 1) };
    expect(await simulations.run(short, new AbortController().signal)).toMatchObject({ plans: 2 });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deps } from '../../../../server/deps.ts';
import { dispatch } from '../../../../server/runtime/plans/dispatch.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { makeRuntime } from '../../../../server/runtime/runtime.ts';
import { makeShadowWorker } from '../../../../server/runtime/shadows/shadow-worker.ts';
import { endShadowOf, startShadow } from '../../../../server/runtime/shadows/shadows.ts';
import { wholeDatabase } from '../../../support/database.ts';
import { makeFakeScheduler } from '../../../support/fake-scheduler.ts';
import { makeOffice } from '../../../support/office.ts';

const day = 86_400_000;
const own = ['shadows', 'shadowVerdicts'];

const live = {
  variables: { n: 0 },
  initial: 'observe',
  stages: {
    observe: {
      after: [{ id: 'month', delay: 'P30D', to: 'review' }],
      on: {
        noted: [{ do: [{ do: 'set', variable: 'n', value: 'n + 1' }] }],
        closed: [{ to: 'review', guard: 'n >= 2' }, { to: 'stopped' }],
      },
    },
    review: { on: { held: [{ to: 'met' }], again: [{ to: 'observe' }] } },
    met: { type: 'final', outcome: 'met' },
    stopped: { type: 'final', outcome: 'stopped' },
  },
};
/** Other guards, an earlier timer, and something of every effect. */
const candidate = structuredClone(live) as Record<string, unknown> & typeof live;
candidate.stages.observe.after = [{ id: 'month', delay: 'P10D', to: 'review' }];
candidate.stages.observe.on.closed = [{ to: 'review', guard: 'n >= 1' }, { to: 'stopped' }];
Object.assign(candidate.stages.review, {
  tasks: { write: { title: 'Write', assignee: 'manager', form: 'feedback', due: 'P5D', remind: ['-P1D'] } },
  after: [{ id: 'late', delay: 'P60D', to: 'stopped' }],
  entry: [
    { do: 'appraise' },
    { do: 'notify', to: 'owner', message: 'Look' },
    { do: 'emit', event: 'review.begun' },
    { do: 'reward', title: 'Day off' },
    { do: 'intervene', title: 'Talk' },
    { do: 'start', cycle: 'small', for: 'parent' },
  ],
});
const documentOf = (stages: object) => ({ schema: 'cycle/1', id: 'small', name: 'Small', ...stages });

async function workOff(deps: Deps, worker = makeShadowWorker(deps)): Promise<number> {
  for (;;) {
    const wait = await worker.turn();
    if (wait > 0) return wait;
  }
}

async function makeShadowed(of: object = candidate, plans = ['p1', 'p2']) {
  const office = await makeOffice(live);
  const { deps } = office;
  for (const id of plans) await office.start(id);
  let count = 0;
  const send = (planId: string, type: string) =>
    dispatch(deps, { planId, event: { id: `e${++count}`, type, data: {} }, actor: 'ada' });
  const shadow = await startShadow(deps, { cycleId: 'small', candidate: documentOf(of) }, 'dora');
  const verdicts = () =>
    deps.store.read(async (db) => {
      const rows = await db
        .selectFrom('shadowVerdicts')
        .selectAll()
        .orderBy('shadowId')
        .orderBy('planId')
        .execute();
      return rows.map(({ planId, verdict, revision, nextAt, report }) => ({
        ...{ planId, verdict, revision, nextAt },
        words: report === null ? null : JSON.parse(report).words.verdict,
      }));
    });
  return { ...office, send, shadow, verdicts };
}

test('live plans are looked at when the shadow starts, when they change, and when the candidate would move', async () => {
  const { deps, send, verdicts } = await makeShadowed();
  expect(await verdicts()).toMatchObject([
    { planId: 'p1', verdict: 'waiting', revision: 0 },
    { planId: 'p2', verdict: 'waiting', revision: 0 },
  ]);
  await workOff(deps);
  const next = { nextAt: '2026-01-15T09:00:00.000Z' };
  const stands = { verdict: 'same', words: 'It stands in observe; it would stand all the same.' };
  expect(await verdicts()).toMatchObject([
    { planId: 'p1', revision: 1, ...stands, ...next },
    { planId: 'p2', revision: 1, ...stands, ...next },
  ]);
  await send('p1', 'noted');
  await send('p1', 'closed');
  await workOff(deps);
  expect(await verdicts()).toMatchObject([
    {
      planId: 'p1',
      revision: 3,
      verdict: 'other-outcome',
      words:
        'It ended as stopped; it would stand in review, rewarded with “Day off”, with the intervention “Talk”.',
    },
    { planId: 'p2', revision: 1, ...stands },
  ]);
  deps.clock.advance(10 * day);
  await workOff(deps);
  expect((await verdicts())[1]).toMatchObject({
    planId: 'p2',
    revision: 1,
    verdict: 'other-outcome',
    nextAt: '2026-01-20T09:00:00.000Z',
  });
});

test('plans that start later are looked at too, and those of other cycles are not', async () => {
  const { deps, start, verdicts } = await makeShadowed();
  await deps.store.commit((db) =>
    db.updateTable('plans').set({ cycleId: 'other' }).where('id', '=', 'p2').execute(),
  );
  await start('p9', 'inspection');
  const other = await startShadow(deps, { cycleId: 'small', candidate: documentOf(live) }, 'dora');
  await workOff(deps);
  const seen = await deps.store.read((db) =>
    db
      .selectFrom('shadowVerdicts')
      .select('planId')
      .where('shadowId', '=', other.id)
      .orderBy('planId')
      .execute(),
  );
  expect(seen.map(({ planId }) => planId)).toEqual(['p1', 'p9']);
  expect((await verdicts()).find(({ planId }) => planId === 'p9')).toMatchObject({
    verdict: 'same',
    revision: 1,
  });
});

test('whatever a candidate asks for, nothing is written but its verdicts', async () => {
  const { deps, send, as } = await makeShadowed();
  const subscription = { url: 'http://127.0.0.1:9/', events: ['*'] };
  await (await as('ada'))('POST', '/api/v1/subscriptions', subscription);
  await send('p1', 'noted');
  await send('p1', 'closed');
  await fireDue(deps, deps.clock.now());
  const before = await wholeDatabase(deps.store, own);
  await workOff(deps);
  deps.clock.advance(12 * day);
  await workOff(deps);
  expect(await wholeDatabase(deps.store, own)).toEqual(before);
  const effects = await deps.store.read((db) =>
    db.selectFrom('shadowVerdicts').select('report').where('verdict', '=', 'other-outcome').execute(),
  );
  // They would have been many: the reward at least is in the verdicts.
  expect(effects.filter(({ report }) => report?.includes('Day off'))).toHaveLength(2);
});

test('looked at again without any change, nothing at all is written', async () => {
  const { deps, send } = await makeShadowed();
  await send('p1', 'noted');
  await workOff(deps);
  const before = await wholeDatabase(deps.store);
  await workOff(deps);
  await workOff(deps, makeShadowWorker(deps));
  expect(await wholeDatabase(deps.store)).toEqual(before);
});

test('a server that starts again goes on where the last one stood', async () => {
  const { deps, send, verdicts } = await makeShadowed(
    candidate,
    Array.from({ length: 25 }, (_, n) => `p${n + 10}`),
  );
  const first = makeShadowWorker(deps);
  expect(await first.turn()).toBe(0);
  expect((await verdicts()).filter(({ verdict }) => verdict === 'waiting')).toHaveLength(5);
  await send('p10', 'closed');
  await workOff(deps);
  const now = await verdicts();
  expect(now.filter(({ verdict }) => verdict === 'waiting')).toEqual([]);
  expect(now[0]).toMatchObject({ planId: 'p10', revision: 2, verdict: 'same' });
});

test('a plan that moves on while it is looked at is looked at again', async () => {
  const { deps, send, verdicts } = await makeShadowed();
  let commits = 0;
  const commit: typeof deps.store.commit = async (work) => {
    commits += 1;
    if (commits === 1) await send('p1', 'closed');
    return deps.store.commit(work);
  };
  const racing = { ...deps, store: { ...deps.store, commit } };
  await makeShadowWorker(racing).turn();
  expect((await verdicts())[0]).toMatchObject({ revision: 1, verdict: 'same', nextAt: deps.clock.now() });
  await workOff(deps);
  expect((await verdicts())[0]).toMatchObject({ revision: 2, verdict: 'same', nextAt: null });
});

test('a plan whose timer is about to fire is looked at once it has fired', async () => {
  const { deps, verdicts } = await makeShadowed(live);
  await workOff(deps);
  deps.clock.advance(30 * day);
  expect(await workOff(deps)).toBe(1_000);
  expect(await verdicts()).toMatchObject([{ revision: 1 }, { revision: 1 }]);
  await fireDue(deps, deps.clock.now());
  await workOff(deps);
  expect(await verdicts()).toMatchObject([
    { revision: 2, verdict: 'same' },
    { revision: 2, verdict: 'same' },
  ]);
});

test('a shadow that has ended looks at nothing any more, and its verdicts stay', async () => {
  const { deps, send, shadow, verdicts } = await makeShadowed();
  await workOff(deps);
  const before = await verdicts();
  await endShadowOf(deps, shadow.id, 'dora');
  await send('p1', 'noted');
  await send('p1', 'closed');
  expect(await workOff(deps)).toBe(60_000);
  expect(await verdicts()).toEqual(before);
});

test('without shadows a turn is one look, and nothing is written', async () => {
  const { deps, start } = await makeOffice(live);
  await start('p1');
  let reads = 0;
  const read: typeof deps.store.read = (work) => {
    reads += 1;
    return deps.store.read(work);
  };
  const commit: typeof deps.store.commit = () => Promise.reject(new Error('Nothing is to be written.'));
  const worker = makeShadowWorker({ ...deps, store: { ...deps.store, read, commit } });
  expect([await worker.turn(), reads]).toEqual([60_000, 1]);
});

test('the server wakes the worker after a commit', async () => {
  const { deps, send, verdicts } = await makeShadowed();
  const { scheduler, elapse } = makeFakeScheduler();
  const runtime = makeRuntime(deps, scheduler);
  runtime.start();
  const until = async (done: (now: Awaited<ReturnType<typeof verdicts>>) => boolean) => {
    for (let turn = 0; turn < 200 && !done(await verdicts()); turn += 1) {
      elapse();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await until((now) => now.every(({ verdict }) => verdict === 'same'));
  await send('p1', 'noted');
  await send('p1', 'closed');
  await until(([p1]) => p1?.revision === 3);
  await runtime.stop();
  expect((await verdicts())[0]).toMatchObject({ revision: 3, verdict: 'other-outcome' });
});

type Act = { wait: number } | { send: 'noted' | 'closed' | 'held' | 'again'; to: 'p1' | 'p2' };
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ wait: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      send: fc.constantFrom('noted' as const, 'closed' as const, 'held' as const, 'again' as const),
      to: fc.constantFrom('p1' as const, 'p2' as const),
    }),
  ),
  { minLength: 3, maxLength: 10 },
);

test('looked at step by step, plans are judged as if they were looked at once in the end; the own version is the same', async () => {
  for (const list of fc.sample(acts, { numRuns: 12, seed: 20261126 })) {
    const { deps, send, shadow } = await makeShadowed();
    const same = await startShadow(deps, { cycleId: 'small', candidate: 1 }, 'dora');
    const worker = makeShadowWorker(deps);
    for (const act of list) {
      if ('wait' in act) deps.clock.advance(act.wait * day);
      else await send(act.to, act.send).catch(() => undefined);
      await fireDue(deps, deps.clock.now());
      await workOff(deps, worker);
    }
    const reports = (shadowId: string) =>
      deps.store.read((db) =>
        db
          .selectFrom('shadowVerdicts')
          .select(['planId', 'verdict', 'report', 'nextAt'])
          .where('shadowId', '=', shadowId)
          .orderBy('planId')
          .execute(),
      );
    expect((await reports(same.id)).map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    const before = await reports(shadow.id);
    await deps.store.commit((db) =>
      db
        .updateTable('shadowVerdicts')
        .set({ revision: 0, verdict: 'waiting', report: null, nextAt: deps.clock.now() })
        .execute(),
    );
    await workOff(deps);
    expect(await reports(shadow.id)).toEqual(before);
  }
}, 60_000);

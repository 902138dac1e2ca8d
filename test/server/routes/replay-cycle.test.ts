import { describe, expect, test } from 'vitest';
import { replayCycle } from '../../../server/runtime/replays/replay-cycle.ts';
import { wholeDatabase } from '../../support/database.ts';
import { actorOf, makeOffice } from '../../support/office.ts';

const agree = { title: 'Agree', assignee: 'owner', form: 'plan-agreement', due: 'P10D' };
const version1 = {
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      tasks: { agree },
      on: {
        'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "agreed"' }, { to: 'plan' }],
      },
    },
    observe: {
      name: 'Observe',
      after: [{ id: 'month', delay: 'P30D', to: 'review' }],
      on: { 'period.closed': [{ to: 'review', guard: 'event.data.sold >= 10' }, { to: 'stopped' }] },
    },
    review: {
      name: 'Review',
      on: { 'review.held': [{ to: 'met', do: [{ do: 'reward', title: 'Day off' }] }] },
    },
    met: { type: 'final', outcome: 'met' },
    stopped: { type: 'final', outcome: 'stopped' },
  },
};
const documentOf = (stages: object) => ({ schema: 'cycle/1', id: 'small', name: 'Small', ...stages });

/** Two plans that have ended, one that has not: p1 sold 12 and met, p2 sold 4 and was stopped. */
async function makeFinished() {
  const office = await makeOffice(version1);
  const admin = await office.as('ada');
  const agreeOn = async (id: string, owner: string) => {
    await office.start(id, owner === 'pat' ? 'permits' : 'inspection');
    const [task] = await office.tasksOf(owner);
    const result = { decision: 'agreed', comment: 'Yes.' };
    const { status } = await (await office.as(owner))('POST', `/api/v1/tasks/${task.id}/complete`, {
      result,
    });
    expect(status).toBe(200);
  };
  const send = (id: string, type: string, data: object = {}) =>
    admin('POST', `/api/v1/plans/${id}/events`, { type, data });
  await agreeOn('p1', 'pat');
  await agreeOn('p2', 'ian');
  office.deps.clock.advance(86_400_000);
  await send('p1', 'period.closed', { sold: 12 });
  await send('p2', 'period.closed', { sold: 4 });
  office.deps.clock.advance(86_400_000);
  await send('p1', 'review.held');
  await office.start('p3');
  const designer = await office.as('dora');
  const hr = await office.as('hana');
  const replay = (body: object, headers?: Record<string, string>) =>
    hr('POST', '/api/v1/cycles/small/replay', body, headers);
  return { ...office, admin, designer, replay };
}

const harder = (sold: number) => {
  const stages = structuredClone(version1);
  stages.stages.observe.on['period.closed'][0] = { to: 'review', guard: `event.data.sold >= ${sold}` };
  return documentOf(stages);
};

test('a replay says of each ended plan what it would have come to, where the ways part, and why', async () => {
  const { replay } = await makeFinished();
  const { status, body } = await replay({ candidate: harder(20) });
  expect(status).toBe(200);
  expect(body.counts).toEqual({ total: 2, same: 1, 'other-outcome': 1, 'other-path': 0, 'not-replayed': 0 });
  expect(body.plans).toMatchObject([
    {
      planId: 'p1',
      componentName: 'Permits',
      version: 1,
      verdict: 'other-outcome',
      recorded: { ended: true, ending: 'met', rewards: ['Day off'] },
      replayed: { ended: true, ending: 'stopped', rewards: [] },
      parting: {
        revision: 3,
        recorded: {
          event: 'period.closed',
          entered: ['review'],
          guards: [{ guard: 'event.data.sold >= 10', passed: true, values: { 'event.data.sold': 12 } }],
        },
        replayed: { entered: ['stopped'], guards: [{ guard: 'event.data.sold >= 20', passed: false }] },
      },
      words: {
        verdict: 'It ended as met, rewarded with “Day off”; it would have ended as stopped.',
        recorded: [
          'On 2026-01-06 Ada sent the event “period closed”.',
          'So it went from Observe to Review, because the condition event.data.sold >= 10 held (event.data.sold is 12).',
        ],
        replayed: [
          'On 2026-01-06 Ada sent the event “period closed”.',
          'Not to Review: the condition event.data.sold >= 20 did not hold (event.data.sold is 12).',
          'So it went from Observe to stopped.',
        ],
      },
    },
    { planId: 'p2', verdict: 'same', parting: null },
  ]);
});

test('a replay writes nothing and asks nobody for anything', async () => {
  const { replay, deps } = await makeFinished();
  const before = await wholeDatabase(deps.store);
  expect((await replay({ candidate: harder(20) })).status).toBe(200);
  expect(await wholeDatabase(deps.store)).toEqual(before);
});

test('a replay sent twice with one key is one, and without a key it says the same again', async () => {
  const { replay } = await makeFinished();
  const key = { 'idempotency-key': 'replay-1' };
  const first = await replay({ candidate: harder(20) }, key);
  const second = await replay({ candidate: harder(20) }, key);
  expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  expect(second.body).toEqual(first.body);
  expect((await replay({ candidate: harder(20) })).body).toEqual(first.body);
  expect((await replay({ candidate: harder(30) }, key)).status).toBe(422);
});

test('the draft is the candidate unless a version or a document is given', async () => {
  const { replay, admin, publish } = await makeFinished();
  expect((await replay({})).status).toBe(404);
  await admin('PUT', '/api/v1/cycles/small', harder(20), { 'if-none-match': '*' });
  await publish(2, harder(3));
  expect((await replay({})).body.counts).toMatchObject({ 'other-outcome': 1, same: 1 });
  expect((await replay({ candidate: 1 })).body.counts).toMatchObject({ same: 2 });
  const looser = (await replay({ candidate: 2 })).body;
  expect(
    looser.plans.map(({ verdict, replayed }: { verdict: string; replayed: object }) => [verdict, replayed]),
  ).toEqual([
    ['same', expect.objectContaining({ ending: 'met' })],
    ['other-outcome', expect.objectContaining({ ended: false, stage: ['review'] })],
  ]);
});

test('plans are chosen by their launch, or by the period of their launches', async () => {
  const { replay, deps } = await makeFinished();
  const launch = (id: string, periodStart: string, periodEnd: string) => ({
    ...{ id, periodStart, periodEnd, cycleId: 'small', version: 1, variables: '{}', originPlanId: null },
    ...{ again: 0 as const, status: 'done', total: 1, createdAt: '', createdBy: 'ada', finishedAt: null },
  });
  await deps.store.commit(async (db) => {
    await db
      .insertInto('launches')
      .values([launch('l1', '2026-01-01', '2026-12-31'), launch('l2', '2025-01-01', '2025-12-31')])
      .execute();
    await db.updateTable('plans').set({ launchId: 'l2' }).where('id', '=', 'p2').execute();
  });
  const chosen = async (plans: object) =>
    (await replay({ candidate: 1, plans })).body.plans.map(({ planId }: { planId: string }) => planId);
  expect(await chosen({ launchId: 'l1' })).toEqual(['p1']);
  expect(await chosen({ period: { start: '2025-01-01', end: '2025-12-31' } })).toEqual(['p2']);
  expect(await chosen({ period: { start: '2024-01-01', end: '2026-12-31' } })).toEqual(['p1', 'p2']);
  expect(await chosen({ launchId: 'nobody' })).toEqual([]);
});

test('what the launch set is given to the candidate too', async () => {
  const asking = { ...version1, variables: { least: 1 } };
  const { replay, deps } = await makeFinished();
  await deps.store.commit((db) =>
    db
      .insertInto('launches')
      .values({
        ...{ id: 'l1', cycleId: 'small', version: 1, periodStart: '2026-01-01', periodEnd: '2026-12-31' },
        ...{ variables: '{"least":50}', originPlanId: null, again: 0, status: 'done', total: 2 },
        ...{ createdAt: '', createdBy: 'ada', finishedAt: null },
      })
      .execute(),
  );
  const stages = structuredClone(asking);
  stages.stages.observe.on['period.closed'][0] = { to: 'review', guard: 'event.data.sold >= least' };
  const { body } = await replay({ candidate: documentOf(stages) });
  expect(body.plans[0]).toMatchObject({ verdict: 'other-outcome', replayed: { ending: 'stopped' } });
});

test('a plan whose component is gone, and one that cannot be read, are told and keep no other from its turn', async () => {
  const { replay, deps } = await makeFinished();
  await deps.store.commit(async (db) => {
    await db.deleteFrom('components').where('id', '=', 'permits').execute();
    await db
      .updateTable('plans')
      .set({ version: 1, state: JSON.stringify({ id: 'p2', cycleId: 'small', cycleVersion: 9 }) })
      .where('id', '=', 'p2')
      .execute();
  });
  const { body } = await replay({ candidate: 1 });
  expect(
    body.plans.map(({ verdict, words }: { verdict: string; words: { verdict: string } }) => [
      verdict,
      words.verdict,
    ]),
  ).toEqual([
    ['not-replayed', 'It cannot be replayed: its component is not there any more.'],
    ['not-replayed', 'It could not be replayed. The reason was logged.'],
  ]);
});

test('a candidate that fails on the way is told for each plan that it fails for', async () => {
  const { replay } = await makeFinished();
  const broken = structuredClone(version1);
  Object.assign(broken.stages.review, { entry: [{ do: 'set', variable: 'n', value: '1 + "x"' }] });
  const { body } = await replay({ candidate: documentOf(broken) });
  expect(body.counts).toMatchObject({ 'not-replayed': 1, same: 1 });
  expect(body.plans[0].words.verdict).toMatch(/the candidate fails on the way\. The expression “1 \+ "x"”/);
});

test('more plans than a replay takes are refused with how many there are and what to do', async () => {
  const { deps } = await makeFinished();
  const cycle = JSON.parse(JSON.stringify(documentOf(version1)));
  const given = { cycleId: 'small', cycle, signal: new AbortController().signal, actor: actorOf('hana') };
  await expect(replayCycle(deps, given, { plans: 1, milliseconds: 1_000 })).rejects.toThrow(
    '2 plans have ended, and 1 are the most that are replayed at once. Choose those of a launch or of a period.',
  );
  const stopped = { ...given, signal: AbortSignal.abort() };
  await expect(replayCycle(deps, stopped)).rejects.toThrow('The replay was stopped before its end.');
});

test.each<[string, object, number, string]>([
  ['a candidate that is no cycle', { candidate: { schema: 'cycle/1' } }, 422, '/candidate'],
  ['a candidate of another cycle', { candidate: { ...harder(1), id: 'other' } }, 422, '/candidate/id'],
  ['a candidate that is a word', { candidate: 'latest' }, 422, '/candidate'],
  ['an unknown key', { plan: 'p1' }, 422, ''],
  ['a period that is none', { plans: { period: { start: 'x', end: 'y' } } }, 422, '/plans/period/start'],
  ['a version that is not there', { candidate: 7 }, 404, ''],
])('a replay with %s is refused twice', async (_, body, status, pointer) => {
  const { replay } = await makeFinished();
  const answers = [await replay(body), await replay(body)];
  expect(answers.map((answer) => answer.status)).toEqual([status, status]);
  if (pointer !== '') expect(answers[0]?.body.errors[0].pointer).toContain(pointer);
});

test('a candidate whose chart does not hold is refused with the places', async () => {
  const { replay } = await makeFinished();
  const nowhere = { ...version1, initial: 'nowhere' };
  const { status, body } = await replay({ candidate: documentOf(nowhere) });
  expect([status, body.errors[0].pointer]).toEqual([409, '/initial']);
});

test('designers, HR and administrators replay; a cycle that is not published has no plans', async () => {
  const { as, designer } = await makeFinished();
  const statuses: Record<string, number> = {};
  for (const who of ['ada', 'hana', 'dora', 'deputy', 'pat'])
    statuses[who] = (await (await as(who))('POST', '/api/v1/cycles/small/replay', { candidate: 1 })).status;
  expect(statuses).toEqual({ ada: 200, hana: 200, dora: 200, deputy: 403, pat: 403 });
  expect((await designer('POST', '/api/v1/cycles/none/replay', { candidate: 1 })).status).toBe(404);
  const large = { candidate: { ...harder(1), description: 'x'.repeat(1_100_000) } };
  expect((await designer('POST', '/api/v1/cycles/small/replay', large)).status).toBe(413);
});

describe('who draws cycles and reads no plans', () => {
  const rating = { title: 'Rate', form: 'appraisal', assignee: 'manager' };
  const judged = (below: string, guard: string) => ({
    initial: 'rate',
    stages: {
      rate: { tasks: { rate: rating }, on: { 'task.rate.completed': [{ to: below, guard }, { to: 'met' }] } },
      met: { type: 'final', outcome: 'met' },
      stopped: { type: 'final', outcome: 'stopped' },
    },
  });
  const words = 'Late lists in the spring.';

  /** Each of the plans was rated, the first `below` of them below. */
  async function withRated({ plans, below }: { plans: number; below: number }) {
    const office = await makeOffice(judged('met', 'result.results = "below"'));
    const deputy = await office.as('deputy');
    for (let count = 0; count < plans; count += 1) {
      await office.start(`p${count}`);
      const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
      const result = {
        goals: [],
        results: count < below ? 'below' : 'meets',
        methods: 'meets',
        summary: words,
      };
      const done = await deputy('POST', `/api/v1/tasks/${task.id}/complete`, { result });
      expect(done.status).toBe(200);
    }
    const replay = async (who: string, guard = 'result.results = "below"', plans: object = {}) => {
      const candidate = documentOf(judged('stopped', guard));
      return (await office.as(who))('POST', '/api/v1/cycles/small/replay', { candidate, plans });
    };
    return { ...office, replay };
  }

  test.each([0, 1, 4])('learns of %i rated below among ten no more than of any other few', async (below) => {
    const { replay } = await withRated({ plans: 10, below });
    const { body } = await replay('dora');
    expect(body.plans).toEqual([]);
    expect(body.counts).toEqual({
      ...{ total: 10, same: null },
      ...{ 'other-outcome': null, 'other-path': null, 'not-replayed': null },
    });
    expect(body.withheld).toBe(
      'Which plans these are is told to whoever may read them: HR and administrators see them all. Fewer than five that come out alike are not counted.',
    );
  });

  test('learns how many stay as they are once they and the others are five or more', async () => {
    const { replay } = await withRated({ plans: 11, below: 5 });
    expect((await replay('dora')).body.counts).toMatchObject({ total: 11, same: 6, 'other-outcome': null });
    expect((await replay('hana')).body.counts).toMatchObject({ total: 11, same: 6, 'other-outcome': 5 });
  });

  test('chooses no launch and no period, whose figures could be subtracted', async () => {
    const { replay } = await withRated({ plans: 1, below: 1 });
    const narrowed = await replay('dora', 'true', { launchId: 'l1' });
    expect([narrowed.status, (await replay('hana', 'true', { launchId: 'l1' })).status]).toEqual([403, 200]);
  });

  test('and HR, who read plans, read no answer off a guard that asks for it', async () => {
    const { replay } = await withRated({ plans: 1, below: 1 });
    const { body } = await replay('hana', 'contains(result.summary, "Late")');
    expect(body.plans).toMatchObject([{ verdict: 'other-outcome', parting: { replayed: { guards: [] } } }]);
    expect(JSON.stringify(body)).not.toContain(words);
  });

  test('and HR learn nothing of their own plan before its release', async () => {
    const { replay, as } = await withRated({ plans: 1, below: 1 });
    await (await as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'hana' });
    const { counts, plans } = (await replay('hana')).body;
    expect([counts.total, plans]).toEqual([0, []]);
    expect((await replay('ada')).body.counts.total).toBe(1);
  });
});

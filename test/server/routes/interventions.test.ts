// What an intervention changes: the plan, by a version that both sides sign anew, or a plan of its own for who needs help.
import { expect, test } from 'vitest';
import { runLaunches } from '../../../server/runtime/launches/launch-worker.ts';
import { makeRatedOffice } from '../../support/rated-office.ts';
import { sampleText } from '../../support/sample-cycles.ts';

const help = {
  cause: 'standard',
  analysis: 'Ten days were set when two more posts were filled.',
  support: 'Two inspectors of the next unit help until March.',
};
const kinds = (kind: string) => ({ kind });

const round = {
  initial: 'agree',
  stages: {
    agree: {
      ...kinds('plan'),
      tasks: {
        agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement' },
        read: { title: 'Read', assignee: 'owner', form: 'acknowledgement' },
      },
      on: { 'task.agree.completed': [{}], 'task.read.completed': [{}], 'year.over': [{ to: 'help' }] },
    },
    help: {
      ...kinds('intervene'),
      entry: [{ do: 'appraise' }],
      tasks: { help: { title: 'Help', assignee: 'manager', form: 'intervention' } },
      on: {
        'task.help.completed': [
          {
            to: 'altered',
            do: [{ do: 'intervene', title: 'Alter the standard', cause: 'result.cause' }],
          },
        ],
      },
    },
    altered: { ...kinds('plan'), on: { 'year.over': [{ to: 'again' }] } },
    again: { ...kinds('appraise'), entry: [{ do: 'appraise' }], on: {} },
  },
};

async function makeRound() {
  const office = await makeRatedOffice(round);
  const ada = await office.as('ada');
  await ada('POST', '/api/v1/goals', { id: 'speed', componentId: 'permits', title: 'Speed', priority: 100 });
  await ada('POST', '/api/v1/measures', {
    id: 'days',
    goalId: 'speed',
    title: 'Days',
    unit: 'days',
    direction: 'decrease',
    standards: { kind: 'points', unacceptable: 10, meets: 5 },
  });
  const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  await ada('POST', '/api/v1/observations', { measureId: 'days', ...period, value: 7.5 });
  const sign = (who: string, version: number) =>
    office.post(who, '/plans/p1/signatures', { decision: 'agreed', version });
  const send = (type: string) => office.post('ada', '/plans/p1/events', { type });
  const scores = () =>
    office.deps.store.read(async (db) => {
      const rows = await db.selectFrom('scores').select('document').orderBy('revision').execute();
      return rows.map(({ document }) => JSON.parse(document).score);
    });
  const begun = async () => (await office.get('pat', '/plans/p1')).interventions;
  return { ...office, ada, sign, send, scores, begun };
}

test('a standard that an intervention alters makes a version that both sides sign anew and is scored by since', async () => {
  const { ada, work, send, sign, scores, begun, deps } = await makeRound();
  await work('pat', 'read', { decision: 'signed' });
  await work('deputy', 'agree', { decision: 'agreed' });
  deps.clock.set('2026-07-02T09:00:00.000Z');
  await send('year.over');
  await work('deputy', 'help', help);
  expect(await begun()).toMatchObject([{ ...help, title: 'Alter the standard', alters: null }]);
  deps.clock.advance(60_000);
  await ada('PATCH', '/api/v1/measures/days', {
    standards: { kind: 'points', unacceptable: 10, meets: 7.5 },
  });
  expect(await begun()).toMatchObject([{ alters: { version: 2, inForceAt: null } }]);
  await sign('pat', 2);
  await sign('deputy', 2);
  expect(await begun()).toMatchObject([{ alters: { version: 2, inForceAt: expect.any(String) } }]);
  await send('year.over');
  const [before, after] = await scores();
  expect(before).toBe(50);
  // 182 days by the version of before the intervention, 183 by the one after it.
  expect(after).toBeCloseTo((182 * 50 + 183 * 100) / 365, 4);
});

const support = {
  initial: 'support',
  stages: {
    support: {
      ...kinds('intervene'),
      tasks: { 'find-cause': { title: 'Find the cause', assignee: 'manager', form: 'intervention' } },
      on: {
        'task.find-cause.completed': [
          {
            to: 'supported',
            do: [
              { do: 'intervene', title: 'Support', cause: 'result.cause' },
              { do: 'start', cycle: 'improvement-plan', for: 'component' },
            ],
          },
        ],
      },
    },
    supported: { type: 'final', outcome: 'supported' },
  },
};

/** A plan that an intervention has led to an improvement plan, up to the end of the sixty days. */
async function makeImprovement() {
  const office = await makeRatedOffice(support);
  const speed = { componentId: 'permits', title: 'Decide each permit within ten days', priority: 100 };
  await office.post('ada', '/goals', { id: 'speed', ...speed });
  const document = sampleText('templates/improvement-plan.cycle.json');
  const row = { cycleId: 'improvement-plan', version: 1, name: 'Improvement plan', hash: 'h', note: '' };
  await office.deps.store.commit((db) =>
    db
      .insertInto('cycleVersions')
      .values({ ...row, document, publishedAt: office.deps.clock.now(), publishedBy: 'dora' })
      .execute(),
  );
  await office.work('deputy', 'find-cause', { ...help, cause: 'capability' });
  await runLaunches(office.deps);
  const first = () => office.get('pat', '/plans/p1');
  const [{ planId }] = (await first()).started;
  const work = (who: string, key: string, result: object) => office.work(who, key, result, planId);
  const notice = {
    items: 'Two inspections were done again.',
    standard: 'None in a month.',
    help: 'Ian, weekly.',
  };
  await work('deputy', 'write-notice', notice);
  await work('hana', 'review-notice', { decision: 'agreed' });
  await work('pat', 'receive-notice', { decision: 'signed' });
  await office.fireAt('2026-03-20T09:00:00.000Z');
  const review = (results: string) =>
    work('deputy', 'review-results', {
      goals: [{ goalId: 'speed', results, methods: 'meets', evidence: 'The log.' }],
      methods: 'meets',
      reason: 'Both months are in the log, and not yet in the figures.',
      summary: 'By the log of both months.',
    });
  return { ...office, planId, work, first, review };
}

test('an improvement plan that is met is shown on the plan whose intervention began it', async () => {
  const { first, review, planId, get, fireAt } = await makeImprovement();
  expect((await first()).started).toMatchObject([
    { planId, status: 'active', cycleName: 'Improvement plan' },
  ]);
  expect((await get('pat', `/plans/${planId}`)).origin).toMatchObject({ planId: 'p1', status: 'ended' });
  await review('meets');
  for (const day of ['2026-09-01', '2027-01-15', '2027-06-01']) await fireAt(`${day}T09:00:00.000Z`);
  expect((await first()).started).toMatchObject([
    { status: 'ended', stageName: expect.stringMatching(/succeed|met/i) },
  ]);
  const [one] = (await first()).interventions;
  expect(one).toMatchObject({ cause: 'capability', support: help.support });
});

test('one that is not met ends by a decision of others than who rated, after more time and a reply', async () => {
  const { first, review, work, fireAt } = await makeImprovement();
  await review('below');
  await fireAt('2026-05-01T09:00:00.000Z');
  await review('below');
  const missed = await first();
  expect(missed.started[0].status).toBe('active');
  await work('mayor', 'make-up', {
    text: 'We held the talks that were missed, each with its notes of 4 May.',
  });
  await work('hana', 'propose', { proposal: 'reassign', grounds: 'The standard was not reached twice.' });
  await work('pat', 'reply', { reply: 'I would rather stay.' });
  await fireAt('2026-07-01T09:00:00.000Z');
  await work('mayor', 'decide', {
    decision: 'reassigned',
    reason: 'The other unit needs the skill that is there.',
  });
  expect((await first()).started).toMatchObject([{ status: 'ended', stageName: 'Decided' }]);
});

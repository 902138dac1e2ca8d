import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: {
    work: { on: { closed: [{ to: 'done', do: [{ do: 'appraise' }] }] } },
    done: { type: 'final' },
  },
};

/** Permits took 100 days in January, was appraised in March, and Hana records what is late. */
async function makeAppraised() {
  const office = await makeOffice(cycle);
  const admin = await office.as('ada');
  const must = async (path: string, body: object) => {
    const answer = await admin('POST', `/api/v1${path}`, body);
    expect([answer.status, answer.body.detail]).toEqual([expect.toSatisfy((code) => code < 300), undefined]);
    return answer.body;
  };
  await must('/goals', { id: 'issue', componentId: 'permits', title: 'Issue permits' });
  await must('/measures', {
    ...{ id: 'issued', goalId: 'issue', title: 'Permits issued', unit: '%', direction: 'increase' },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 } },
  });
  const january = { measureId: 'issued', periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  await must('/observations', { ...january, id: 'first', value: 100 });
  await office.start('p1');
  office.deps.clock.set('2026-03-02T09:00:00.000Z');
  await must('/plans/p1/events', { type: 'closed' });
  const correct = (value: number, supersedes: string, id: string) =>
    must('/observations', { ...january, id, value, supersedes });
  const told = (personId: string) =>
    office.deps.store.read(async (db) =>
      (await db.selectFrom('notifications').select('message').where('personId', '=', personId).execute()).map(
        ({ message }) => message,
      ),
    );
  const audited = async () =>
    (await admin('GET', '/api/v1/audit?resource=plan/p1')).body.items.map(
      ({ action }: { action: string }) => action,
    );
  return { office, admin, must, january, correct, told, audited };
}

test('a figure that is corrected after the appraisal is told to manager and owner, and the rating stays', async () => {
  const { admin, must, january, told, audited } = await makeAppraised();
  await must('/observations', { ...january, value: 50, supersedes: 'first' });
  const message =
    'Figures of Permits changed after they were appraised: 100.0 then, 50.0 by what is known now. The rating stays as it is.';
  expect([await told('deputy'), await told('pat')]).toEqual([[message], [message]]);
  expect(await audited()).toContain('score.correct');
  expect((await admin('GET', '/api/v1/plans/p1/score')).body.score.score).toBe(100);
});

test('what was observed after the appraisal is for the next, and tells nobody', async () => {
  const { must, told } = await makeAppraised();
  await must('/observations', {
    ...{ measureId: 'issued', periodStart: '2026-03-01', periodEnd: '2026-03-31', value: 20 },
  });
  expect([await told('deputy'), await told('pat')]).toEqual([[], []]);
});

test('an appraised score has a further version by each figure that comes late, and the one given is kept', async () => {
  const { office, admin, must, correct } = await makeAppraised();
  office.deps.clock.set('2026-03-05T09:00:00.000Z');
  await correct(50, 'first', 'second');
  await correct(50, 'second', 'same');
  office.deps.clock.set('2026-03-09T09:00:00.000Z');
  await correct(120, 'same', 'third');
  const { score, versions } = (await admin('GET', '/api/v1/plans/p1/score')).body;
  const figures = [
    {
      ...{ measureId: 'issued', title: 'Permits issued', corrects: true },
      ...{ periodStart: '2026-01-01', periodEnd: '2026-01-31' },
    },
  ];
  const by = { id: 'ada', name: 'Ada' };
  expect(score.score).toBe(100);
  expect(versions).toEqual([
    {
      ...{ version: 1, at: '2026-03-02T09:00:00.000Z', score: 100, outcome: 'meets', coverage: 1 },
      ...{ by: null, figures: [], signed: null },
    },
    {
      ...{ version: 2, at: '2026-03-05T09:00:00.000Z', score: 50, outcome: 'below', coverage: 1 },
      ...{ by, figures, signed: null },
    },
    {
      ...{ version: 3, at: '2026-03-09T09:00:00.000Z', score: 120, outcome: 'exceeds', coverage: 1 },
      ...{ by, figures, signed: null },
    },
  ]);
  expect((await admin('GET', '/api/v1/plans/p1')).body).toMatchObject({ score: 100, outcome: 'meets' });
  await must('/observations', {
    measureId: 'issued',
    periodStart: '2026-02-01',
    periodEnd: '2026-02-28',
    value: 120,
  });
  expect((await admin('GET', '/api/v1/plans/p1/score')).body.versions).toHaveLength(3);
});

test('the history of a plan that has ended has a line for figures that came late, and its way stays the same', async () => {
  const { admin, correct } = await makeAppraised();
  const before = (await admin('GET', '/api/v1/plans/p1')).body;
  await correct(50, 'first', 'second');
  const lines = (await admin('GET', '/api/v1/plans/p1/history')).body.items;
  expect(lines.at(-1)).toMatchObject({
    ...{
      revision: before.revision + 1,
      actor: { id: 'ada' },
      left: [],
      entered: [],
      stage: ['done'],
      effects: [],
    },
    event: {
      type: 'plan.figures-changed',
      data: { given: { score: 100, outcome: 'meets' }, now: { score: 50, outcome: 'below' } },
    },
    ...{ score: 100, outcome: 'meets' },
  });
  const after = (await admin('GET', '/api/v1/plans/p1')).body;
  expect(after).toMatchObject({ status: 'ended', movedAt: before.movedAt, revision: before.revision + 1 });
  const { links } = (await admin('GET', '/api/v1/plans/p1/why')).body;
  expect(links.map(({ event }: { event: string }) => event)).not.toContain('plan.figures-changed');
});

test('what is made up of its parts has a further version too, once, and what has goals of its own has none', async () => {
  const { office, admin, must, correct, told } = await makeAppraised();
  await must('/goals', { id: 'safe', componentId: 'city', title: 'Keep the city safe' });
  for (const [planId, componentId] of [
    ['p2', 'dob'],
    ['p3', 'city'],
  ] as const) {
    await office.start(planId, componentId);
    await must(`/plans/${planId}/events`, { type: 'closed' });
  }
  await correct(50, 'first', 'second');
  const versionsOf = async (planId: string) =>
    (await admin('GET', `/api/v1/plans/${planId}/score`)).body.versions.map(
      ({ score }: { score: number }) => score,
    );
  expect([await versionsOf('p1'), await versionsOf('p2'), await versionsOf('p3')]).toEqual([
    [100, 50],
    [100, 50],
    [],
  ]);
  expect(await told('chief')).toEqual([
    expect.stringContaining('Figures of Department of Buildings changed'),
  ]);
});

test('what counts the goal as a contribution has a further version too', async () => {
  const { office, admin, must, correct } = await makeAppraised();
  await must('/goals', {
    id: 'safe',
    componentId: 'city',
    title: 'Keep the city safe',
    scoreMode: 'children',
  });
  const link = {
    reason: 'It counts for the city.',
    alignments: [{ parentGoalId: 'safe', mode: 'contributes', share: 1, contribution: 2 }],
  };
  expect((await admin('PATCH', '/api/v1/goals/issue', link)).body.detail).toBe(undefined);
  await office.start('p3', 'city');
  await must('/plans/p3/events', { type: 'closed' });
  await correct(50, 'first', 'second');
  const { versions } = (await admin('GET', '/api/v1/plans/p3/score')).body;
  expect(versions.map(({ score }: { score: number }) => score)).toEqual([100, 50]);
});

// A plan that appraises: facts read from the store, the score kept, rewards and interventions given once.
import { expect, test } from 'vitest';
import type { Goal, Measure, Observation } from '../../../engine/index.ts';
import { dispatch } from '../../../server/runtime/plans/dispatch.ts';
import { insertGoals } from '../../../server/store/queries/goals.ts';
import { insertMeasures } from '../../../server/store/queries/measures.ts';
import { insertObservations } from '../../../server/store/queries/observations.ts';
import { makeOffice } from '../../support/office.ts';

const appraising = {
  initial: 'observe',
  stages: {
    observe: { on: { 'period.closed': [{ to: 'appraise' }] } },
    appraise: {
      kind: 'appraise',
      entry: [{ do: 'appraise' }],
      on: {
        'outcome.below': [{ to: 'intervene' }],
        'outcome.meets': [{ to: 'reward' }],
        'outcome.exceeds': [{ to: 'reward' }],
        'outcome.not-scored': [{ to: 'observe' }],
      },
    },
    reward: {
      entry: [
        { do: 'reward', title: 'A day off', key: '"day-off"' },
        { do: 'reward', title: 'Another day off', key: '"day-off"' },
      ],
      on: { 'period.closed': [{ to: 'appraise' }] },
    },
    intervene: {
      entry: [{ do: 'intervene', title: 'Coaching', cause: '"skill"' }],
      on: { 'period.closed': [{ to: 'appraise' }] },
    },
  },
};

const at = '2026-01-05T09:00:00.000Z';
const goal = (componentId: string): Goal => ({
  id: `g-${componentId}`,
  componentId,
  version: 1,
  title: 'Answer calls',
  dimension: 'quality',
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [],
  status: 'open',
});
const measure = (componentId: string): Measure => ({
  id: `m-${componentId}`,
  goalId: `g-${componentId}`,
  version: 1,
  title: 'Calls answered',
  kind: 'number',
  unit: 'calls',
  direction: 'increase',
  timeAggregation: 'last',
  standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 },
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'register',
});
const observation = (componentId: string, value: number, given: Partial<Observation> = {}): Observation => ({
  id: `o-${componentId}`,
  measureId: `m-${componentId}`,
  componentId,
  periodStart: '2026-01-01',
  periodEnd: '2026-03-31',
  value,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'register',
  enteredBy: 'import',
  at,
  ...given,
});

async function makeAppraised(values: Record<string, number>, planOf = 'permits') {
  const office = await makeOffice(appraising);
  const components = Object.keys(values);
  await office.deps.store.commit(async (db) => {
    await insertGoals(db, components.map(goal), at);
    await insertMeasures(
      db,
      components.map((componentId) => ({ measure: measure(componentId), componentId })),
      at,
    );
    await insertObservations(
      db,
      components.map((id) => observation(id, values[id] ?? 0)),
    );
  });
  await office.start('p1', planOf);
  const close = (id: string) =>
    dispatch(office.deps, { planId: 'p1', event: { id, type: 'period.closed', data: {} }, actor: 'ada' });
  return { ...office, close };
}

test('what meets is rewarded, once per key however often it is asked for', async () => {
  const { close, as } = await makeAppraised({ permits: 105 });
  const first = await close('q1');
  expect(first.plan).toMatchObject({ stage: ['reward'], outcome: 'meets', score: 105, coverage: 1 });
  await close('q2');
  const plan = (await (await as('ada'))('GET', '/api/v1/plans/p1')).body;
  expect(plan.rewards).toEqual([{ key: 'day-off', title: 'A day off', at }]);
  expect(plan.goals).toEqual({ 'g-permits': { score: 105, outcome: 'meets', coverage: 1 } });
});

test('what is below is intervened in, with its cause', async () => {
  const { close, as } = await makeAppraised({ permits: 40 });
  await close('q1');
  const plan = (await (await as('ada'))('GET', '/api/v1/plans/p1')).body;
  expect(plan).toMatchObject({ stage: ['intervene'], outcome: 'below', score: 40 });
  expect(plan.interventions).toMatchObject([{ key: '2-1', title: 'Coaching', cause: 'skill', at }]);
});

test('the score of the last appraisal is kept with all its parts', async () => {
  const { close, as } = await makeAppraised({ permits: 105 });
  await close('q1');
  const { revision, score } = (await (await as('pat'))('GET', '/api/v1/plans/p1/score')).body;
  expect([revision, score.score, score.goals[0].measures[0].measurement]).toEqual([2, 105, 105]);
});

test('a component without goals is appraised by what is below it', async () => {
  const { close } = await makeAppraised({ permits: 80, inspection: 110 }, 'dob');
  expect((await close('q1')).plan).toMatchObject({ stage: ['intervene'], score: 95, outcome: 'below' });
});

test('a component with neither goals nor parts is not scored, which is not below', async () => {
  const { close } = await makeAppraised({ inspection: 110 });
  expect((await close('q1')).plan).toMatchObject({ stage: ['observe'], score: null, outcome: null });
});

test('observations outside the period of the plan do not count', async () => {
  const { close, deps } = await makeAppraised({ permits: 105 });
  await deps.store.commit((db) =>
    insertObservations(db, [
      observation('permits', 1, { id: 'later', periodStart: '2027-01-01', periodEnd: '2027-03-31' }),
    ]),
  );
  expect((await close('q1')).plan).toMatchObject({ score: 105 });
});

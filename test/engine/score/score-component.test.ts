// Worked examples and edge cases: measure → goal → component, with coverage, caps and the waterfall.
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComponentScore, Goal, Measure, Observation } from '../../../engine/index.ts';
import { alignmentCycle, scoreComponent, scoreOrganisation } from '../../../engine/index.ts';
import type { ComponentScoring } from '../../../engine/score/score-component.ts';
import { aGoal, aMeasure, anObservation, points, whole } from './given.ts';

const score = (given: Partial<ComponentScoring>): ComponentScore =>
  scoreComponent({
    componentId: 'unit',
    goals: [aGoal()],
    measures: [],
    observations: [],
    ...whole,
    ...given,
  });

/** Measures of one goal that score their values 1 : 1, because their curve runs from 0 over 100 to 120. */
const scoring = (values: { weight: number; value: number | null; measure?: Partial<Measure> }[]) => ({
  measures: values.map(({ weight, measure }, index) => aMeasure({ id: `m${index + 1}`, weight, ...measure })),
  observations: values.flatMap(({ value }, index): Observation[] =>
    value === null ? [] : [anObservation({ id: `o${index + 1}`, measureId: `m${index + 1}`, value })],
  ),
});
const activeFrom = (day: string) => ({ id: 'unit', parentId: null, activeFrom: day });
const goalOf = (result: ComponentScore) => {
  const [goal] = result.goals;
  if (!goal) throw new Error('The component has no goal.');
  return goal;
};
const summary = ({
  state,
  score: number,
  outcome,
  reason,
  coverage,
}: ComponentScore | ComponentScore['goals'][0]) => ({
  state,
  score: number,
  outcome,
  reason,
  coverage,
});

test('V1: an additive measure is scored against its standards for the part of the year that was active', () => {
  const calls = aMeasure({
    id: 'calls',
    weight: 60,
    timeAggregation: 'sum',
    standards: points(800, 1200, 1500),
  });
  const csat = aMeasure({
    id: 'csat',
    weight: 40,
    timeAggregation: 'mean',
    standards: points(3.5, 4.2, 4.6),
  });
  const observations = [
    anObservation({ id: 'first', measureId: 'calls', value: 400, periodEnd: '2025-06-30' }),
    anObservation({ id: 'second', measureId: 'calls', value: 530, periodStart: '2025-07-01' }),
    anObservation({ id: 'csat', measureId: 'csat', value: 4.4 }),
  ];
  const result = score({ measures: [calls, csat], observations, components: [activeFrom('2025-04-01')] });

  expect(goalOf(result).measures.map((one) => one.score)).toEqual([102.2909, 110]);
  expect(summary(goalOf(result))).toEqual({
    state: 'scored',
    score: 105.3745,
    outcome: 'meets',
    reason: null,
    coverage: 1,
  });
  expect(result.score).toBe(105.3745);
});

test('V2: a critical measure below caps the outcome and leaves the number', () => {
  const measures = [
    aMeasure({
      id: 'incidents',
      weight: 20,
      critical: true,
      direction: 'decrease',
      standards: points(4, 1, 0),
    }),
    aMeasure({
      id: 'stock',
      weight: 30,
      direction: 'range',
      standards: { kind: 'range', low: 10, okLow: 20, okHigh: 30, high: 45 },
    }),
    aMeasure({
      id: 'report',
      weight: 50,
      kind: 'date',
      direction: 'decrease',
      standards: points(15, 0, -10),
    }),
  ];
  const observations = [
    anObservation({ id: 'o1', measureId: 'incidents', value: 2 }),
    anObservation({ id: 'o2', measureId: 'stock', value: 25 }),
    anObservation({ id: 'o3', measureId: 'report', value: -12 }),
  ];
  const result = score({ measures, observations });

  expect(goalOf(result)).toMatchObject({ score: 103.3333, outcome: 'below', reason: 'critical:incidents' });
  expect(goalOf(result).parts).toEqual([
    { id: 'incidents', weight: 0.2, score: 66.6667, contribution: -6.6667 },
    { id: 'stock', weight: 0.3, score: 100, contribution: 0 },
    { id: 'report', weight: 0.5, score: 120, contribution: 10 },
  ]);
  // The cap is the goal's own: the component is capped only by a critical goal.
  expect(summary(result)).toMatchObject({ score: 103.3333, outcome: 'meets' });
});

test('a critical goal below caps the component', () => {
  const goals = [aGoal({ id: 'g1', critical: true }), aGoal({ id: 'g2', priority: 9 })];
  const measures = [aMeasure({ id: 'm1', goalId: 'g1' }), aMeasure({ id: 'm2', goalId: 'g2' })];
  const observations = [
    anObservation({ id: 'o1', measureId: 'm1', value: 90 }),
    anObservation({ id: 'o2', measureId: 'm2', value: 120 }),
  ];
  expect(summary(score({ goals, measures, observations }))).toEqual({
    state: 'scored',
    score: 117,
    outcome: 'below',
    reason: 'critical:g1',
    coverage: 1,
  });
});

describe('V3: weights 40, 30, 20, 10 and a monitored measure', () => {
  const given = (policy: Measure['missingPolicy'], last?: Partial<Measure>) =>
    scoring([
      { weight: 40, value: 110 },
      { weight: 30, value: null, measure: { missingPolicy: policy } },
      { weight: 20, value: 80 },
      { weight: 10, value: null, measure: { missingPolicy: policy, ...last } },
      { weight: 0, value: 0 },
    ]);

  test('missing data is left out of the score and lowers the coverage', () => {
    expect(summary(goalOf(score(given('exclude'))))).toEqual({
      state: 'scored',
      score: 100,
      outcome: null,
      reason: 'insufficient_data',
      coverage: 0.6,
    });
  });

  test('with enough coverage for the goal there is an outcome', () => {
    const result = score({ ...given('exclude'), goals: [aGoal({ minCoverage: 0.6 })] });
    expect(summary(goalOf(result))).toEqual({
      state: 'scored',
      score: 100,
      outcome: 'meets',
      reason: null,
      coverage: 0.6,
    });
  });

  test('missing data counts as zero where the measure says so', () => {
    expect(summary(goalOf(score(given('zero'))))).toEqual({
      state: 'scored',
      score: 60,
      outcome: 'below',
      reason: null,
      coverage: 1,
    });
  });

  test('a waived measure leaves the coverage, which is still too low', () => {
    expect(summary(goalOf(score(given('exclude', { waived: true }))))).toEqual({
      state: 'scored',
      score: 100,
      outcome: null,
      reason: 'insufficient_data',
      coverage: 0.6667,
    });
  });

  test('missing data that blocks shows a score and withholds every outcome above it', () => {
    const result = score({ ...given('block'), goals: [aGoal({ minCoverage: 0 })] });
    expect(summary(goalOf(result))).toMatchObject({ score: 100, outcome: null, reason: 'blocked:m2' });
    expect(summary(result)).toMatchObject({ score: 100, outcome: null, reason: 'insufficient_data' });
  });

  test('a monitored measure has a measurement and no score', () => {
    expect(goalOf(score(given('exclude'))).measures.at(-1)).toMatchObject({
      state: 'monitored',
      score: null,
      measurement: 0,
    });
  });

  test('without any weight there is no score', () => {
    const result = score(scoring([{ weight: 0, value: 110 }]));
    expect(summary(goalOf(result))).toEqual({
      state: 'unrated',
      score: null,
      outcome: null,
      reason: 'no_weight',
      coverage: 0,
    });
  });
});

describe('V5: measure, goal, component, organisation', () => {
  const contributes = (parentGoalId: string, share: number) => ({
    parentGoalId,
    mode: 'contributes' as const,
    share,
    contribution: null,
  });
  const goals = [
    aGoal({ id: 'o1', componentId: 'organisation', priority: 60 }),
    aGoal({ id: 'o2', componentId: 'organisation', priority: 40, scoreMode: 'mixed', ownShare: 0.4 }),
    aGoal({ id: 'support', componentId: 'support', alignments: [contributes('o2', 3)] }),
    aGoal({ id: 'operations', componentId: 'operations', alignments: [contributes('o2', 1)] }),
    aGoal({ id: 'hr', componentId: 'hr', alignments: [{ ...contributes('o2', 5), mode: 'aligned' }] }),
  ];
  const measures = [
    aMeasure({
      id: 'products',
      goalId: 'o1',
      timeAggregation: 'sum',
      standards: points(96_800, 121_000, 133_100),
    }),
    aMeasure({ id: 'nps', goalId: 'o2', standards: points(20, 40, 50) }),
    aMeasure({ id: 'support', goalId: 'support' }),
    aMeasure({ id: 'operations', goalId: 'operations' }),
    aMeasure({ id: 'hr', goalId: 'hr' }),
  ];
  const values: [string, number][] = [
    ['products', 104_000],
    ['products', 15_000],
    ['products', 2_000],
    ['nps', 38],
    ['support', 112.5],
    ['operations', 84],
    ['hr', 40],
  ];
  const observations = values.map(([measureId, value], index) =>
    anObservation({ id: `o${index}`, measureId, value }),
  );
  const organisation = (given: Partial<ComponentScoring> = {}) =>
    score({ componentId: 'organisation', goals, measures, observations, ...given });

  test('values add up where they add, and scores only where they do not', () => {
    const result = organisation();
    expect(summary(result)).toEqual({
      state: 'scored',
      score: 99.69,
      outcome: 'below',
      reason: null,
      coverage: 1,
    });
    expect(result.parts).toEqual([
      { id: 'o1', weight: 0.6, score: 100, contribution: 0 },
      { id: 'o2', weight: 0.4, score: 99.225, contribution: -0.31 },
    ]);
    expect(result.goals[1]?.parts).toEqual([
      { id: 'nps', weight: 0.4, score: 90, contribution: -4 },
      { id: 'support', weight: 0.45, score: 112.5, contribution: 5.625 },
      { id: 'operations', weight: 0.15, score: 84, contribution: -2.4 },
    ]);
  });

  test('one contributing goal without a score leaves its share to the others and lowers the coverage', () => {
    const result = organisation({
      observations: observations.filter((one) => one.measureId !== 'operations'),
    });
    // 0.4 × 90 + 0.6 × 112.5; of the contributing 0.6 three quarters have data.
    expect(summary(result.goals[1] ?? goalOf(result))).toEqual({
      state: 'scored',
      score: 103.5,
      outcome: 'meets',
      reason: null,
      coverage: 0.85,
    });
  });

  test('a goal without data of its own takes the score of the goals that contribute, and shows the gap', () => {
    const result = organisation({ observations: observations.filter((one) => one.measureId !== 'nps') });
    expect(summary(result.goals[1] ?? goalOf(result))).toEqual({
      state: 'scored',
      score: 105.375,
      outcome: null,
      reason: 'insufficient_data',
      coverage: 0.6,
    });
  });

  test('goals that contribute in a circle are refused with the path', () => {
    const circle = [
      aGoal({ id: 'a', alignments: [contributes('b', 1)] }),
      aGoal({ id: 'b', alignments: [contributes('a', 1)] }),
    ];
    expect(() => score({ goals: circle })).toThrow(/circle: a → b → a/);
  });
});

describe('alignments', () => {
  const aligned = (id: string, ...parents: string[]) =>
    aGoal({
      id,
      alignments: parents.map((parentGoalId) => ({
        parentGoalId,
        mode: 'aligned',
        share: 0,
        contribution: null,
      })),
    });

  test('in a circle are found with the path from each goal to the one it serves', () => {
    const goals = [aligned('top', 'x'), aligned('a', 'b', 'top'), aligned('b', 'c'), aligned('c', 'a')];
    expect(alignmentCycle(goals)).toEqual(['a', 'b', 'c', 'a']);
  });

  test('of a goal with itself are a circle', () => {
    expect(alignmentCycle([aligned('a', 'a')])).toEqual(['a', 'a']);
  });

  test('that share a parent or a grandparent are none', () => {
    expect(
      alignmentCycle([aligned('a', 'b', 'c'), aligned('b', 'd'), aligned('c', 'd'), aligned('d')]),
    ).toBeNull();
  });
});

describe('states', () => {
  const only = (measure: Partial<Measure>, value: number | null, given: Partial<ComponentScoring> = {}) =>
    goalOf(score({ ...scoring([{ weight: 1, value, measure }]), ...given }));

  test('a measure without a standard is not scored, and neither is its goal', () => {
    const goal = only({ standards: null }, 42);
    expect(goal.measures).toEqual([
      {
        measureId: 'm1',
        state: 'unrated',
        score: null,
        outcome: null,
        reason: 'no_standard',
        coverage: 0,
        provisionalShare: 0,
        staleCount: 0,
        parts: [],
        measurement: 42,
        observationCount: 1,
      },
    ]);
    expect(summary(goal)).toEqual({
      state: 'unrated',
      score: null,
      outcome: null,
      reason: 'no_standard',
      coverage: 0,
    });
  });

  test('a measure without a standard counts neither in the score nor in the coverage', () => {
    const goal = goalOf(
      score(
        scoring([
          { weight: 1, value: 110 },
          { weight: 99, value: 1, measure: { standards: null } },
        ]),
      ),
    );
    expect(summary(goal)).toEqual({
      state: 'scored',
      score: 110,
      outcome: 'meets',
      reason: null,
      coverage: 1,
    });
  });

  test('no observation before the due day is not due', () => {
    expect(summary(only({ dueFrom: '2026-02-01' }, null))).toEqual({
      state: 'notDue',
      score: null,
      outcome: null,
      reason: null,
      coverage: 0,
    });
  });

  test('no observation from the due day on is missing', () => {
    expect(summary(only({ dueFrom: '2026-01-01' }, null))).toMatchObject({
      state: 'missing',
      reason: 'no_observation',
    });
  });

  test('the due day begins in the zone of the component', () => {
    const calendar = { ...whole.calendar, zone: 'America/New_York' };
    expect(only({ dueFrom: '2026-01-01' }, null, { calendar }).state).toBe('notDue');
  });

  test('a goal whose measures are all waived is waived, not zero', () => {
    expect(summary(only({ waived: true }, null))).toMatchObject({
      state: 'waived',
      score: null,
      reason: null,
    });
  });

  test('a stopped goal leaves the plan', () => {
    const goals = [aGoal(), aGoal({ id: 'stopped', status: 'stopped', priority: 9 })];
    const measures = [aMeasure(), aMeasure({ id: 'dead', goalId: 'stopped' })];
    const result = score({ goals, measures, observations: [anObservation({ value: 110 })] });
    expect(summary(result)).toMatchObject({ score: 110, outcome: 'meets', coverage: 1 });
    expect(result.goals[1]).toMatchObject({ state: 'waived', score: null });
  });

  test('a goal of priority 0 is monitored', () => {
    const goals = [aGoal(), aGoal({ id: 'watched', priority: 0 })];
    const measures = [aMeasure(), aMeasure({ id: 'm2', goalId: 'watched' })];
    const observations = [
      anObservation({ value: 110 }),
      anObservation({ id: 'o2', measureId: 'm2', value: 3 }),
    ];
    const result = score({ goals, measures, observations });
    expect(result.score).toBe(110);
    expect(result.goals[1]).toMatchObject({ state: 'monitored', score: null, measures: [{ score: 3 }] });
  });

  test('a component without goals has no score and says so', () => {
    expect(summary(score({ goals: [] }))).toEqual({
      state: 'unrated',
      score: null,
      outcome: null,
      reason: 'no_goals',
      coverage: 0,
    });
  });

  test('a component that was never active is waived', () => {
    expect(
      summary(score({ ...scoring([{ weight: 1, value: 50 }]), components: [activeFrom('2026-01-01')] })),
    ).toMatchObject({
      state: 'waived',
      score: null,
      reason: 'not_applicable',
    });
  });

  test('a component that was active for less than 90 days of the year is not rated', () => {
    expect(
      summary(score({ ...scoring([{ weight: 1, value: 50 }]), components: [activeFrom('2025-10-04')] })),
    ).toMatchObject({
      state: 'unrated',
      score: null,
      reason: 'insufficient_period',
    });
  });

  test('a result worse than the floor scores 0 and keeps its value', () => {
    expect(only({}, -40).measures[0]).toMatchObject({
      state: 'scored',
      score: 0,
      outcome: 'below',
      measurement: -40,
    });
  });

  test('weights that do not add up to 100 are normalised', () => {
    const thirds = scoring([
      { weight: 33.33, value: 90 },
      { weight: 33.33, value: 100 },
      { weight: 33.33, value: 110 },
    ]);
    expect(goalOf(score(thirds)).score).toBe(100);
  });

  test('the worst measure is the score where the goal takes the minimum', () => {
    const given = scoring([
      { weight: 9, value: 120 },
      { weight: 1, value: 90 },
    ]);
    const goal = goalOf(score({ ...given, goals: [aGoal({ aggregator: 'min' })] }));
    expect([goal.score, goal.parts.map((part) => part.contribution)]).toEqual([90, [0, -10]]);
  });

  test('the provisional share is weighed', () => {
    const given = scoring([
      { weight: 3, value: 100 },
      { weight: 1, value: 100 },
    ]);
    const observations = given.observations.map((one, index) =>
      index === 1 ? { ...one, status: 'provisional' as const } : one,
    );
    expect(goalOf(score({ ...given, observations })).provisionalShare).toBe(0.25);
  });
});

describe('a carried score', () => {
  const last = anObservation({ periodStart: '2024-01-01', periodEnd: '2024-12-31', value: 105 });

  test('is that of the last period, and counted as stale', () => {
    const result = score({
      measures: [aMeasure({ missingPolicy: 'carry', carryMaxAge: 366 })],
      observations: [last],
    });
    expect(goalOf(result)).toMatchObject({ score: 105, coverage: 1, staleCount: 1 });
  });

  test('grows no older than it was when the period ended', () => {
    const measures = [aMeasure({ missingPolicy: 'carry', carryMaxAge: 365 })];
    const result = score({ measures, observations: [last], at: '2026-03-01T12:00:00.000Z' });
    expect(goalOf(result)).toMatchObject({ score: 105, staleCount: 1 });
  });

  test('is stale once, in however many segments it is carried', () => {
    const measures = [
      aMeasure({ missingPolicy: 'carry' }),
      aMeasure({ id: 'later', effectiveFrom: '2025-07-01', weight: 0 }),
    ];
    expect(goalOf(score({ measures, observations: [last] }))).toMatchObject({ score: 105, staleCount: 1 });
  });

  test('is missing when it has grown too old', () => {
    const result = score({
      measures: [aMeasure({ missingPolicy: 'carry', carryMaxAge: 364 })],
      observations: [last],
    });
    expect(goalOf(result)).toMatchObject({ state: 'missing', score: null, coverage: 0 });
  });
});

describe('milestones', () => {
  const measure = aMeasure({
    kind: 'milestones',
    direction: 'milestone',
    standards: points(10, 0, -5),
    milestones: [
      { id: 'design', title: 'Design agreed', due: '2025-03-31', weight: 1 },
      { id: 'build', title: 'Built', due: '2025-12-29', weight: 3 },
      { id: 'open', title: 'Opened to the public', due: '2026-06-30', weight: 6 },
    ],
  });
  const reached = (value: string, day: string) =>
    anObservation({ id: value, value, periodStart: day, periodEnd: day, at: `${day}T12:00:00Z` });

  test('count when reached or overdue, by their working days late', () => {
    const observations = [reached('design', '2025-04-02')];
    // Design 2 days late: 80; build open since 29 December, 3 days late on 1 January: 70; open not due.
    expect(goalOf(score({ measures: [measure], observations })).measures[0]).toMatchObject({
      state: 'scored',
      score: 72.5,
      measurement: 1,
      observationCount: 1,
    });
  });

  test.for(['2026-01-08', '2026-03-01', '2026-12-31'])(
    'reached after the period are as late as they were, seen on %s',
    (today) => {
      const observations = [reached('design', '2025-04-02'), reached('build', '2026-01-05')];
      // Build is five working days late: 50; what is due after the period is of the next one.
      expect(
        goalOf(score({ measures: [measure], observations, at: `${today}T12:00:00.000Z` })).measures[0],
      ).toMatchObject({ score: 57.5, measurement: 2, observationCount: 2 });
    },
  );

  test('are not due while none is reached and none is overdue', () => {
    const given = { measures: [measure], at: '2025-03-31T12:00:00.000Z' };
    expect(goalOf(score(given))).toMatchObject({ state: 'notDue', score: null });
  });
});

describe('a tree of components', () => {
  type Part = { under: string | null; value?: number | null; measure?: Partial<Measure> };
  /** Each part with a value, or with null for none observed, has one goal with one measure. */
  const tree = (parts: Record<string, Part>) => {
    const scored = Object.entries(parts).filter(([, { value }]) => value !== undefined);
    const scores = scoreOrganisation({
      components: Object.entries(parts).map(([id, { under }]) => ({ id, parentId: under })),
      goals: scored.map(([id]) => aGoal({ id: `goal-${id}`, componentId: id })),
      measures: scored.map(([id, { measure }]) => aMeasure({ id, goalId: `goal-${id}`, ...measure })),
      observations: scored.flatMap(([id, { value }]) =>
        value == null ? [] : [anObservation({ id, measureId: id, componentId: id, value })],
      ),
      ...whole,
    });
    return (id: string) => scores.get(id) ?? score({ goals: [] });
  };

  test('rolls up from the parts to the whole where the whole has no goals of its own', () => {
    const of = tree({
      city: { under: null },
      police: { under: 'city' },
      fire: { under: 'city', value: 120 },
      patrol: { under: 'police', value: 80 },
      courts: { under: 'police', value: 110 },
    });
    expect(summary(of('police'))).toMatchObject({ score: 95, outcome: 'below', coverage: 1 });
    expect(summary(of('city'))).toMatchObject({ score: 107.5, outcome: 'meets', coverage: 1 });
  });

  test('keeps the score of a component that has goals', () => {
    const of = tree({ city: { under: null, value: 100 }, fire: { under: 'city', value: 50 } });
    expect(of('city').score).toBe(100);
  });

  test('leaves parts without a standard out and counts missing parts in the coverage', () => {
    const of = tree({
      city: { under: null },
      parks: { under: 'city', value: 110 },
      zoo: { under: 'city', value: 5, measure: { standards: null } },
      fire: { under: 'city', value: null },
    });
    expect(summary(of('city'))).toEqual({
      state: 'scored',
      score: 110,
      outcome: null,
      reason: 'insufficient_data',
      coverage: 0.5,
    });
  });

  test('leaves components that are their own ancestors as they are', () => {
    const of = tree({ a: { under: 'b' }, b: { under: 'a' }, c: { under: 'a', value: 90 } });
    expect(summary(of('a'))).toMatchObject({ score: null, reason: 'no_goals' });
  });
});

describe('every score', () => {
  const anyMeasure = fc.record({
    weight: fc.integer({ min: 0, max: 10_000 }).map((weight) => weight / 100),
    value: fc.option(fc.integer({ min: -50_000, max: 2_000_000 }).map((value) => value / 10_000)),
  });
  const anyGoals = fc.array(
    fc.record({
      priority: fc.integer({ min: 0, max: 100 }),
      measures: fc.array(anyMeasure, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const componentOf = (
    given: { priority: number; measures: { weight: number; value: number | null }[] }[],
  ) => {
    const goals: Goal[] = given.map(({ priority }, index) =>
      aGoal({ id: `g${index}`, priority, minCoverage: 0 }),
    );
    const measures = given.flatMap((goal, g) =>
      goal.measures.map(({ weight }, m) => aMeasure({ id: `g${g}m${m}`, goalId: `g${g}`, weight })),
    );
    const observations = given.flatMap((goal, g) =>
      goal.measures.flatMap(({ value }, m) =>
        value === null ? [] : [anObservation({ id: `g${g}m${m}`, measureId: `g${g}m${m}`, value })],
      ),
    );
    return score({ goals, measures, observations });
  };

  test('is 100 plus exactly the contributions of its parts', () => {
    fc.assert(
      fc.property(anyGoals, (given) => {
        const component = componentOf(given);
        for (const node of [component, ...component.goals]) {
          if (node.score === null) continue;
          const sum = node.parts.reduce((all, part) => all.plus(part.contribution), new Decimal(100));
          expect(sum.toNumber()).toBe(node.score);
        }
      }),
    );
  });

  test('lies between its worst and its best part, with at most 4 decimals and coverage within 0 and 1', () => {
    fc.assert(
      fc.property(anyGoals, (given) => {
        const component = componentOf(given);
        for (const node of [component, ...component.goals]) {
          expect(node.coverage).toBeGreaterThanOrEqual(0);
          expect(node.coverage).toBeLessThanOrEqual(1);
          if (node.score === null) continue;
          const scores = node.parts.map((part) => part.score);
          expect(node.score).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(node.score).toBeLessThanOrEqual(Math.max(...scores));
          expect(new Decimal(node.score).decimalPlaces()).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

// The plan that a rehearsal begins with, and the few things about it that a designer sets without writing JSON:
// goals with how they go. A measure of a scenario counts as its own score, so a preset is a score.
import type { Given, Goal, ScenarioStep } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import type { OutcomeOrNone } from '../../theme/theme.ts';

export const presetScores: Record<Exclude<OutcomeOrNone, 'not-scored'>, number> = {
  below: 60,
  meets: 105,
  exceeds: 120,
};

export interface SampleGoal {
  id: string;
  title: string;
  critical: boolean;
  goes: OutcomeOrNone | 'mixed';
}

type GivenGoal = NonNullable<Given['goals']>[number];
type GivenMeasure = NonNullable<Given['measures']>[number];
type GivenObservation = NonNullable<Given['observations']>[number];

/** What the sample cycles ask of a goal: it serves one above it, and has two measures. */
const alignments: Goal['alignments'] = [
  { parentGoalId: 'goal-above', mode: 'contributes', share: 1, contribution: 2 },
];
const measuresOf = (goalId: string): GivenMeasure[] =>
  ['first', 'second'].map((which) => ({ id: `${goalId}-${which}`, goalId }));

const observed = (measures: readonly GivenMeasure[], goes: OutcomeOrNone): GivenObservation[] =>
  goes === 'not-scored' ? [] : measures.map(({ id }) => ({ measureId: id, value: presetScores[goes] }));

export function sampleGiven(): Given {
  const goals = [1, 2, 3].map(
    (number): GivenGoal => ({ id: `goal-${number}`, title: t('Goal {number}', { number }), alignments }),
  );
  const measures = goals.flatMap(({ id }) => measuresOf(id));
  return {
    component: { name: t('A sample team') },
    goals,
    measures,
    observations: observed(measures, 'meets'),
  };
}

const measuresIn = (given: Given, goalId: string): GivenMeasure[] =>
  (given.measures ?? []).filter((measure) => (measure.goalId ?? given.goals?.[0]?.id) === goalId);

function wayOf(given: Given, goalId: string): SampleGoal['goes'] {
  const ids = new Set(measuresIn(given, goalId).map(({ id }) => id));
  const own = (given.observations ?? []).filter(({ measureId }) => ids.has(measureId));
  if (own.length === 0) return 'not-scored';
  const preset = (['below', 'meets', 'exceeds'] as const).find((way) =>
    own.every(({ value }) => value === presetScores[way]),
  );
  return preset !== undefined && own.length === ids.size ? preset : 'mixed';
}

export const goalsIn = (given: Given): SampleGoal[] =>
  (given.goals ?? []).map(({ id, title = id, critical = false }) => ({
    id,
    title,
    critical,
    goes: wayOf(given, id),
  }));

export function withGoal(given: Given): Given {
  const taken = new Set((given.goals ?? []).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`goal-${number}`)) number += 1;
  const id = `goal-${number}`;
  const measures = measuresOf(id);
  return {
    ...given,
    goals: [...(given.goals ?? []), { id, title: t('Goal {number}', { number }), alignments }],
    measures: [...(given.measures ?? []), ...measures],
    observations: [...(given.observations ?? []), ...observed(measures, 'meets')],
  };
}

export function withoutGoal(given: Given, goalId: string): Given {
  const gone = new Set(measuresIn(given, goalId).map(({ id }) => id));
  return {
    ...given,
    goals: (given.goals ?? []).filter(({ id }) => id !== goalId),
    measures: (given.measures ?? []).filter(({ id }) => !gone.has(id)),
    observations: (given.observations ?? []).filter(({ measureId }) => !gone.has(measureId)),
  };
}

export function setGoal(given: Given, goalId: string, change: Pick<GivenGoal, 'title' | 'critical'>): Given {
  const goals = (given.goals ?? []).map((goal) => (goal.id === goalId ? { ...goal, ...change } : goal));
  return { ...given, goals };
}

/** How a goal goes before the plan starts: all its measures alike. */
export function setWay(given: Given, goalId: string, goes: OutcomeOrNone): Given {
  const measures = measuresIn(given, goalId);
  const own = new Set(measures.map(({ id }) => id));
  const others = (given.observations ?? []).filter(({ measureId }) => !own.has(measureId));
  return { ...given, observations: [...others, ...observed(measures, goes)] };
}

/** Recording the same way for many measures in the middle of a rehearsal: one step for each. */
export const observing = (measureIds: readonly string[], value: number): ScenarioStep[] =>
  measureIds.map((measureId) => ({ observe: measureId, value }));

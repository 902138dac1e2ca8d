// The engine's rules on goals, asked of one goal or one measure as it is being written, among those it stands with, or of
// all goals of a component at once.
import {
  type Component,
  checkGoals,
  checkGoalsTogether,
  type Goal,
  type Measure,
  type Observation,
  type Period,
  type Problem,
} from '../../engine/index.ts';
import { saidInWords } from '../app/words/due.ts';

export interface Said {
  code: string;
  message: string;
  isGrave: boolean;
}
interface Among {
  goals: readonly Goal[];
  measures: readonly Measure[];
  components: readonly Component[];
  observations?: readonly Observation[];
  period?: Period | undefined;
  /** With it observations can be too old. */
  today?: string | undefined;
}

const saidOf = ({ code, message, severity }: Problem): Said => ({
  code,
  message: saidInWords(message),
  isGrave: severity !== 'info',
});

/** Itself in place of what is stored of it, first in its list. */
const first = <Item extends { id: string }>(own: Item, all: readonly Item[]): Item[] => [
  own,
  ...all.filter(({ id }) => id !== own.id),
];

const at = (problems: readonly Problem[], place: string): Said[] =>
  problems.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`)).map(saidOf);

const given = ({ observations = [], period, components, today }: Among) => ({
  components,
  observations,
  ...(period ? { period } : {}),
  ...(today ? { today } : {}),
});

export function lintGoal(goal: Goal, among: Among): Said[] {
  if (goal.title.trim() === '') return [];
  const goals = first(goal, among.goals);
  return at(checkGoals({ ...given(among), goals, measures: among.measures }), '/goals/0');
}

/** What the component lacks as a whole. */
export const lintTogether = ({ goals, ...among }: Among): Said[] =>
  checkGoalsTogether({ ...given({ goals, ...among }), goals, measures: among.measures }).map(saidOf);

/** Of a goal that is shown beside the others: what they lack together is said once, of them all. */
export function lintAmongOthers(goal: Goal, among: Among): Said[] {
  const together = lintTogether({ ...among, goals: first(goal, among.goals) });
  const isOfAll = ({ code, message }: Said): boolean =>
    together.some((one) => one.code === code && one.message === message);
  return lintGoal(goal, among).filter((said) => !isOfAll(said));
}

export function lintMeasure(measure: Measure, among: Among): Said[] {
  const measures = first(measure, among.measures);
  return at(checkGoals({ ...given(among), goals: among.goals, measures }), '/measures/0').filter(({ code }) =>
    /^(?:STD-|MEAS-|GOAL-09|GOAL-10)/.test(code),
  );
}

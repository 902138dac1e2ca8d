// The organisation's scores from its measures up to the whole. Pure: what was read goes in.
import {
  type Component,
  type ComponentScore,
  everyWeekdayInUtc,
  finish,
  type GoalScore,
  type Instant,
  type Period,
  type ScoredOrganisation,
  type Slices,
  scoringOrganisation,
} from '../../engine/index.ts';
import type { ToScore } from './read-to-score.ts';

export interface MeasureCounts {
  below: number;
  meets: number;
  exceeds: number;
  notScored: number;
}
export interface RolledUp {
  component: Component;
  score: ComponentScore;
  measures: MeasureCounts;
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const noMeasures: MeasureCounts = { below: 0, meets: 0, exceeds: 0, notScored: 0 };
const add = (a: MeasureCounts, b: MeasureCounts): MeasureCounts => ({
  below: a.below + b.below,
  meets: a.meets + b.meets,
  exceeds: a.exceeds + b.exceeds,
  notScored: a.notScored + b.notScored,
});

function countMeasures(goals: GoalScore[]): MeasureCounts {
  const outcomes = goals.flatMap((goal) => goal.measures.map((measure) => measure.outcome));
  const count = (outcome: string | null) => outcomes.filter((one) => one === outcome).length;
  return { below: count('below'), meets: count('meets'), exceeds: count('exceeds'), notScored: count(null) };
}

/** Own counts and those of everything below, by component. Components that are their own ancestors count once. */
function totals(components: Component[], own: Map<string, MeasureCounts>): Map<string, MeasureCounts> {
  const children = groupBy(
    components.filter((component) => component.parentId !== null),
    (component) => component.parentId ?? '',
  );
  const done = new Map<string, MeasureCounts>();
  const total = (id: string, above: ReadonlySet<string>): MeasureCounts => {
    const known = done.get(id);
    if (known || above.has(id)) return known ?? noMeasures;
    const below = (children.get(id) ?? []).map((child) => total(child.id, new Set([...above, id])));
    const sum = below.reduce(add, own.get(id) ?? noMeasures);
    done.set(id, sum);
    return sum;
  };
  for (const component of components) total(component.id, new Set());
  return done;
}

interface When {
  period: Period;
  at: Instant;
}

export interface RollUp {
  rolledUp: RolledUp[];
  /** For the next time, so that only what is another is scored anew. */
  before: ScoredOrganisation['before'];
}

export function* rollingUp(read: ToScore, when: When, last: RollUp | null = null): Slices<RollUp> {
  const given = { ...read, ...when, calendar: everyWeekdayInUtc };
  const { scores, before } = yield* scoringOrganisation(given, last?.before);
  const scored = read.components.flatMap((component) => {
    const score = scores.get(component.id);
    return score ? [{ component, score }] : [];
  });
  const own = new Map(scored.map(({ component, score }) => [component.id, countMeasures(score.goals)]));
  const counts = totals(read.components, own);
  const rolledUp = scored.map((one) => ({ ...one, measures: counts.get(one.component.id) ?? noMeasures }));
  return { rolledUp, before };
}

export const rollUpOrganisation = (read: ToScore, when: When): RolledUp[] =>
  finish(rollingUp(read, when)).rolledUp;

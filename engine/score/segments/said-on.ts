// What is said of a component on a day of the period: by the version that was agreed then, where it has several, and
// without the measures that are not in force.
import type { AgreedVersion, Agreement } from '../../model/agreed-version.ts';
import type { Goal } from '../../model/goal.ts';
import type { ComponentId, GoalId } from '../../model/ids.ts';
import type { Measure } from '../../model/measure.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import { type Contributor, contributorsOf } from '../alignment.ts';
import { isInForceIn } from '../in-force.ts';
import { groupBy } from '../scoring.ts';
import { inForceOn } from './cut-by-agreement.ts';
import { cutDaysOf, cutPeriod } from './cut-period.ts';

export interface SaidOn {
  goalsOn(componentId: ComponentId, day: LocalDate): readonly Goal[];
  /** Null on a day on which it is not agreed. */
  goalOn(id: GoalId, day: LocalDate): Goal | null;
  measuresOn(goal: Goal, day: LocalDate): readonly Measure[];
  contributorsOn(id: GoalId, day: LocalDate): readonly Contributor[];
  /** Every goal that the component ever has in the period. */
  everOf(componentId: ComponentId): readonly Goal[];
  /** On which what is said of it becomes another. */
  daysOf(componentId: ComponentId): readonly LocalDate[];
  hasVersions(componentId: ComponentId): boolean;
  /** Over which the measure says something of the component. */
  inForceOf(measure: Measure, componentId: ComponentId): Period;
}

interface Given {
  period: Period;
  goals: readonly Goal[];
  measures: readonly Measure[];
  /** Of those with more than one version in the period. */
  several: readonly Agreement[];
}

const latest = (a: LocalDate, b: LocalDate | null | undefined): LocalDate => (b && b > a ? b : a);
const earliest = (a: LocalDate, b: LocalDate | null | undefined): LocalDate => (b && b < a ? b : a);

export function saidOn({ period, goals, measures, several }: Given): SaidOn {
  const versionsOf = new Map(several.map(({ componentId, agreed }) => [componentId, agreed]));
  const goalsOf = groupBy(goals, ({ componentId }) => componentId);
  const measuresOf = groupBy(measures, ({ goalId }) => goalId);
  const everOf = (id: ComponentId): readonly Goal[] =>
    versionsOf.get(id)?.flatMap((version) => version.goals) ?? goalsOf.get(id) ?? [];
  const lasting = goals.filter(({ componentId }) => !versionsOf.has(componentId));
  const ever = [...lasting, ...[...versionsOf.keys()].flatMap(everOf)];
  const goalBy = new Map(ever.map((goal) => [goal.id, goal]));
  const contributors = contributorsOf(ever);
  const versionOn = (id: ComponentId, day: LocalDate): AgreedVersion | undefined => {
    const agreed = versionsOf.get(id);
    return agreed && inForceOn(agreed, day);
  };
  const goalsOn: SaidOn['goalsOn'] = (id, day) => versionOn(id, day)?.goals ?? goalsOf.get(id) ?? [];
  const goalOn: SaidOn['goalOn'] = (id, day) => {
    const known = goalBy.get(id);
    if (!known || !versionsOf.has(known.componentId)) return known ?? null;
    return goalsOn(known.componentId, day).find((goal) => goal.id === id) ?? null;
  };
  const allMeasures = ({ id, componentId }: Goal, day: LocalDate): readonly Measure[] => {
    const version = versionOn(componentId, day);
    return version ? version.measures.filter(({ goalId }) => goalId === id) : (measuresOf.get(id) ?? []);
  };
  return {
    ...{ goalsOn, goalOn, everOf },
    measuresOn: (goal, day) =>
      allMeasures(goal, day).filter((measure) => isInForceIn(measure, { start: day, end: day })),
    contributorsOn: (id, day) =>
      (contributors.get(id) ?? []).filter(({ goal }) => goalOn(goal.id, day) === goal),
    daysOf: (id) => {
      const own = versionsOf.get(id)?.flatMap((version) => version.measures);
      const said = own ?? everOf(id).flatMap((goal) => measuresOf.get(goal.id) ?? []);
      const cuts = [
        ...(versionsOf.get(id) ?? []).slice(1).map(({ from }) => from),
        ...said.flatMap(cutDaysOf),
      ];
      return cutPeriod(period, cuts)
        .slice(1)
        .map(({ start }) => start);
    },
    hasVersions: (id) => versionsOf.has(id),
    inForceOf: (measure, id) => {
      const agreed = versionsOf.get(id) ?? [];
      const has = agreed.map((version) => version.measures.some((one) => one.id === measure.id));
      const [first, next] = [agreed[has.indexOf(true)], agreed[has.lastIndexOf(true) + 1]];
      const from = first === agreed[0] ? period.start : latest(period.start, first?.from);
      const to = next ? earliest(period.end, addDays(next.from, -1)) : period.end;
      return { start: latest(from, measure.effectiveFrom), end: earliest(to, measure.effectiveTo) };
    },
  };
}

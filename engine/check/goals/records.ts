// Goals with their measures as they are checked, and places among them. What a record does not say yet may be
// left out: the rule that needs it then looks at what there is.
import type { Component } from '../../model/component.ts';
import type { Goal } from '../../model/goal.ts';
import type { GoalId, MeasureId, PersonId } from '../../model/ids.ts';
import type { Measure, Observation } from '../../model/measure.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { LocalDate, Period } from '../../model/time.ts';

export interface GoalRecord extends Goal {
  /** Absent: the owner of the component. */
  ownerId?: PersonId | null;
}

export interface MeasureRecord extends Measure {
  /** How often it is observed; a span such as P1M. Absent: as its observations show. */
  frequency?: string | null;
  /** The component does not control it alone, and everybody knows. */
  shared?: boolean;
  targetSetBy?: PersonId | null;
  /** Measures of parts whose values are added up here. */
  valueFrom?: MeasureId[];
}

export interface GoalsToCheck {
  goals: readonly GoalRecord[];
  measures: readonly MeasureRecord[];
  components?: readonly Component[];
  observations?: readonly Observation[];
  /** What the plans appraise. */
  period?: Period;
  /** The day of the check; without it nothing is too old. */
  today?: LocalDate;
}

export interface Placed<Item> {
  record: Item;
  place: string;
}

export interface GoalView {
  given: GoalsToCheck;
  goals: readonly Placed<GoalRecord>[];
  measures: readonly Placed<MeasureRecord>[];
  components: ReadonlyMap<string, Component>;
  measuresOf(goal: GoalId): readonly Placed<MeasureRecord>[];
  observationsOf(measure: MeasureId): readonly Observation[];
}

export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const placed = <Item>(records: readonly Item[], list: string): Placed<Item>[] =>
  records.map((record, index) => ({ record, place: `/${list}/${index}` }));

export function viewGoals(given: GoalsToCheck): GoalView {
  const measures = placed(given.measures, 'measures');
  const byGoal = groupBy(measures, ({ record }) => record.goalId);
  const standing = (given.observations ?? []).filter(({ status }) => status !== 'void');
  const byMeasure = groupBy(standing, ({ measureId }) => measureId);
  return {
    given,
    goals: placed(given.goals, 'goals'),
    measures,
    components: new Map((given.components ?? []).map((component) => [component.id, component])),
    measuresOf: (goal) => byGoal.get(goal) ?? [],
    observationsOf: (measure) => byMeasure.get(measure) ?? [],
  };
}

/** What counts: not waived, stopped or only watched. */
export const isActive = ({ record }: Placed<GoalRecord>): boolean =>
  record.status === 'open' && record.priority > 0;
export const isScored = ({ record }: Placed<MeasureRecord>): boolean =>
  record.weight > 0 && !record.waived && record.kind !== 'narrative';

export const finding = (code: string, severity: Severity, pointer: string, message: string): Problem => ({
  code,
  severity,
  pointer,
  stage: null,
  message,
});

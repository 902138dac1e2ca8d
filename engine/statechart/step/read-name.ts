// The value of each name an expression may use, converted only when it is asked for.
import { Temporal } from 'temporal-polyfill';
import { scopeName } from '../../expression/scope.ts';
import { type FeelValue, feelDate, feelDateTime } from '../../expression/value.ts';
import type { Goal } from '../../model/goal.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Measure } from '../../model/measure.ts';
import type { Draft } from './draft.ts';

const localTime = ({ situation }: Draft) =>
  Temporal.Instant.from(situation.at).toZonedDateTimeISO(situation.facts.calendar.zone);

const describeMeasure = (measure: Measure): JsonObject => ({
  id: measure.id,
  goalId: measure.goalId,
  title: measure.title,
  kind: measure.kind,
  unit: measure.unit,
  direction: measure.direction,
  timeAggregation: measure.timeAggregation,
  weight: measure.weight,
  critical: measure.critical,
  waived: measure.waived,
  source: measure.source,
  hasStandards: measure.standards !== null,
});

/** The facts also hold goals below that contribute; the component's own are those in scope. */
const ownGoals = ({ situation, plan }: Draft): Goal[] =>
  situation.facts.goals.filter((goal) => goal.componentId === plan.componentId);

function describeGoal(goal: Goal, { situation, plan }: Draft): JsonObject {
  const result = plan.goals[goal.id];
  return {
    id: goal.id,
    title: goal.title,
    dimension: goal.dimension,
    priority: goal.priority,
    critical: goal.critical,
    status: goal.status,
    alignments: goal.alignments.map((alignment) => ({ ...alignment })),
    measures: situation.facts.measures
      .filter((measure) => measure.goalId === goal.id)
      .map((measure) => describeMeasure(measure)),
    score: result?.score ?? null,
    outcome: result?.outcome ?? null,
    coverage: result?.coverage ?? 0,
  };
}

function describeMeasures(draft: Draft): Json {
  const own = new Set(ownGoals(draft).map((goal) => goal.id));
  return draft.situation.facts.measures.filter((measure) => own.has(measure.goalId)).map(describeMeasure);
}

function describeComponent({ situation }: Draft): JsonObject {
  const { id, name, kind, parentId, ownerId, managerId } = situation.facts.component;
  return { id, name, kind, zone: situation.facts.calendar.zone, parentId, ownerId, managerId };
}

const readers: Record<string, (draft: Draft) => FeelValue> = {
  outcome: ({ plan }) => plan.outcome,
  score: ({ plan }) => plan.score,
  coverage: ({ plan }) => plan.coverage,
  goals: (draft) => ownGoals(draft).map((goal) => describeGoal(goal, draft)),
  measures: describeMeasures,
  round: ({ plan }) => plan.round,
  component: describeComponent,
  children: ({ situation }) => situation.facts.children.map((child) => ({ ...child })),
  event: ({ happening }) => ({ type: happening.type, data: happening.data }),
  result: ({ happening }) => happening.data.result ?? null,
  stages: ({ active, index }) =>
    [...active].sort((a, b) => (index.get(a)?.order ?? 0) - (index.get(b)?.order ?? 0)),
  period: ({ plan }) => ({ start: feelDate(plan.period.start), end: feelDate(plan.period.end) }),
  today: (draft) => feelDate(localTime(draft).toPlainDate().toString()),
  now: (draft) =>
    feelDateTime(localTime(draft).toPlainDateTime().toString(), draft.situation.facts.calendar.zone),
};

/** Undefined when neither the scope nor the plan's variables have the name. */
export function readName(draft: Draft, name: string): FeelValue | undefined {
  const reader = scopeName(name) ? readers[name] : undefined;
  if (!reader) return Object.hasOwn(draft.plan.variables, name) ? draft.plan.variables[name] : undefined;
  const known = draft.values.get(name);
  if (known !== undefined) return known;
  const value = reader(draft);
  draft.values.set(name, value);
  return value;
}

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

interface Name {
  read(draft: Draft): FeelValue;
  /** All that the value rests on: objects that are never changed, texts and numbers. */
  rests(draft: Draft): unknown[];
}

const names: Record<string, Name> = {
  outcome: { read: ({ plan }) => plan.outcome, rests: ({ plan }) => [plan.outcome] },
  score: { read: ({ plan }) => plan.score, rests: ({ plan }) => [plan.score] },
  coverage: { read: ({ plan }) => plan.coverage, rests: ({ plan }) => [plan.coverage] },
  goals: {
    read: (draft) => ownGoals(draft).map((goal) => describeGoal(goal, draft)),
    rests: ({ plan, situation: { facts } }) => [facts.goals, facts.measures, plan.goals, plan.componentId],
  },
  measures: {
    read: describeMeasures,
    rests: ({ plan, situation: { facts } }) => [facts.goals, facts.measures, plan.componentId],
  },
  round: { read: ({ plan }) => plan.round, rests: ({ plan }) => [plan.round] },
  component: {
    read: describeComponent,
    rests: ({ situation: { facts } }) => [facts.component, facts.calendar],
  },
  children: {
    read: ({ situation }) => situation.facts.children.map((child) => ({ ...child })),
    rests: ({ situation }) => [situation.facts.children],
  },
  event: {
    read: ({ happening }) => ({ type: happening.type, data: happening.data }),
    rests: ({ happening }) => [happening.type, happening.data],
  },
  result: {
    read: ({ happening }) => happening.data.result ?? null,
    rests: ({ happening }) => [happening.data.result],
  },
  period: {
    read: ({ plan }) => ({ start: feelDate(plan.period.start), end: feelDate(plan.period.end) }),
    rests: ({ plan }) => [plan.period.start, plan.period.end],
  },
  today: {
    read: (draft) => feelDate(localTime(draft).toPlainDate().toString()),
    rests: ({ memory, situation: { at, facts } }) => [memory.time.dateOf(at, facts.calendar)],
  },
  now: {
    read: (draft) =>
      feelDateTime(localTime(draft).toPlainDateTime().toString(), draft.situation.facts.calendar.zone),
    rests: ({ situation: { at, facts } }) => [at, facts.calendar],
  },
};

const variableOf = ({ plan: { variables } }: Draft, name: string) =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/** Null for a name of which it is not known what it rests on. */
export function restsOf(draft: Draft, name: string): unknown[] | null {
  if (!scopeName(name)) return [variableOf(draft, name)];
  return names[name]?.rests(draft) ?? null;
}

/** Undefined when neither the scope nor the plan's variables have the name. */
export function readName(draft: Draft, name: string): FeelValue | undefined {
  const found = scopeName(name) ? names[name] : undefined;
  if (!found) return variableOf(draft, name);
  const known = draft.values.get(name);
  if (known !== undefined) return known;
  const value = found.read(draft);
  draft.values.set(name, value);
  return value;
}

// The value of each name an expression may use, converted only when it is asked for.
import { Temporal } from 'temporal-polyfill';
import { scopeName } from '../../expression/scope.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { asFeel, type FeelValue, feelDate, feelDateTime } from '../../expression/value.ts';
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

const activeStages = ({ active, index }: Draft): string[] =>
  [...active].sort((a, b) => (index.get(a)?.order ?? 0) - (index.get(b)?.order ?? 0));

const isEmpty = (record: object): boolean => {
  for (const _ in record) return false;
  return true;
};

interface Name {
  read(draft: Draft): FeelValue;
  /** Adds all that the value rests on: objects that are never changed, texts and numbers. */
  rests(draft: Draft, keys: unknown[]): void;
}

const names: Record<string, Name> = {
  outcome: { read: ({ plan }) => plan.outcome, rests: ({ plan }, keys) => keys.push(plan.outcome) },
  score: { read: ({ plan }) => plan.score, rests: ({ plan }, keys) => keys.push(plan.score) },
  coverage: { read: ({ plan }) => plan.coverage, rests: ({ plan }, keys) => keys.push(plan.coverage) },
  goals: {
    read: (draft) => ownGoals(draft).map((goal) => describeGoal(goal, draft)),
    rests: ({ plan, situation: { facts } }, keys) =>
      keys.push(facts.goals, facts.measures, plan.componentId, isEmpty(plan.goals) ? null : plan.goals),
  },
  measures: {
    read: describeMeasures,
    rests: ({ plan, situation: { facts } }, keys) => keys.push(facts.goals, facts.measures, plan.componentId),
  },
  round: { read: ({ plan }) => plan.round, rests: ({ plan }, keys) => keys.push(plan.round) },
  component: {
    read: describeComponent,
    rests: ({ situation: { facts } }, keys) => keys.push(facts.component, facts.calendar),
  },
  children: {
    read: ({ situation }) => situation.facts.children.map((child) => ({ ...child })),
    rests: ({ situation }, keys) => keys.push(situation.facts.children),
  },
  event: {
    read: ({ happening }) => ({ type: happening.type, data: happening.data }),
    rests: ({ happening }, keys) => keys.push(happening.type, happening.data),
  },
  result: {
    read: ({ happening }) => happening.data.result ?? null,
    rests: ({ happening }, keys) => keys.push(happening.data.result),
  },
  stages: { read: activeStages, rests: (draft, keys) => keys.push(activeStages(draft).join(' ')) },
  period: {
    read: ({ plan }) => ({ start: feelDate(plan.period.start), end: feelDate(plan.period.end) }),
    rests: ({ plan }, keys) => keys.push(plan.period.start, plan.period.end),
  },
  today: {
    read: ({ time, situation: { at, facts } }) => feelDate(time.dateOf(at, facts.calendar)),
    rests: ({ time, situation: { at, facts } }, keys) => keys.push(time.dateOf(at, facts.calendar)),
  },
  now: {
    read: (draft) =>
      feelDateTime(localTime(draft).toPlainDateTime().toString(), draft.situation.facts.calendar.zone),
    rests: ({ situation: { at, facts } }, keys) => keys.push(at, facts.calendar),
  },
};

const variableOf = ({ plan: { variables } }: Draft, name: string) =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/** Adds what the value of a name rests on; false for a name of which that is not known. */
export function addRests(draft: Draft, name: string, keys: unknown[]): boolean {
  const found = names[name];
  if (found) found.rests(draft, keys);
  else if (scopeName(name)) return false;
  else keys.push(variableOf(draft, name));
  return true;
}

/** Undefined when neither the scope nor the plan's variables have the name. */
export function readName(draft: Draft, name: string): Feel | undefined {
  const known = draft.values?.get(name);
  if (known !== undefined) return known;
  const found = scopeName(name) ? names[name] : undefined;
  const value = found ? found.read(draft) : variableOf(draft, name);
  if (value === undefined) return undefined;
  const feel = asFeel(value);
  draft.values ??= new Map();
  draft.values.set(name, feel);
  return feel;
}

// The types of the names that the expressions of a cycle may use (scope.ts lists them for people).
import { any, boolean, contextOf, date, dateTime, type FeelType, listOf, number, text } from './feel-type.ts';

const measure = contextOf({
  id: text,
  goalId: text,
  title: text,
  kind: text,
  unit: text,
  direction: text,
  timeAggregation: text,
  weight: number,
  critical: boolean,
  waived: boolean,
  source: any,
  hasStandards: boolean,
});

const goal = contextOf({
  id: text,
  title: text,
  dimension: text,
  priority: number,
  critical: boolean,
  status: text,
  alignments: listOf(any),
  measures: listOf(measure),
  score: number,
  outcome: text,
  coverage: number,
});

const component = contextOf({
  id: text,
  name: text,
  kind: text,
  zone: text,
  parentId: text,
  ownerId: text,
  managerId: text,
});

const child = contextOf({
  planId: text,
  componentId: text,
  componentName: text,
  settled: boolean,
  stage: listOf(text),
  outcome: text,
  score: number,
});

export const scopeTypes: Readonly<Record<string, FeelType>> = {
  outcome: text,
  score: number,
  coverage: number,
  goals: listOf(goal),
  measures: listOf(measure),
  round: number,
  stages: listOf(text),
  component,
  children: listOf(child),
  event: contextOf({ type: text, data: any }, true),
  result: any,
  period: contextOf({ start: date, end: date }),
  today: date,
  now: dateTime,
};

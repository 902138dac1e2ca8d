// A day more and a day less wherever a cycle says when: tasks, timers, actions that wait, and guards that look at dates.
import type { ActionAt } from '../../check/placed.ts';
import { typesOfScope } from '../../expression/check-expression.ts';
import { checkFeel } from '../../expression/check-feel.ts';
import type { Cycle, CycleTask } from '../../model/cycle.ts';
import type { IndexedStage } from '../../statechart/structure/stage-index.ts';
import { isSpan } from '../../time/span.ts';
import { offByADay, offByADayIn } from './days.ts';
import { type Edit, instead, type PlacedText } from './edit.ts';

/** What a day can be added to, as far as it is known before the expression is evaluated. */
const movable: ReadonlySet<string> = new Set(['date', 'date and time', 'days and time duration']);

type Types = ReturnType<typeof typesOfScope>;

/** One that gives no value any more would be noticed by whatever scenario comes there. */
function offByADayInExpression(text: string, types: Types): string[] {
  const faultsIn = (expression: string): number => checkFeel(expression, { types }).findings.length;
  const known = faultsIn(text);
  return offByADayIn(text).filter((other) => faultsIn(other) <= known);
}

/** An expression that writes out no span and no date is moved as a whole, when it gives one. */
const movedWhole = (text: string, types: Types): string[] =>
  movable.has(checkFeel(text, { types }).type.kind)
    ? [`(${text}) + duration("P1D")`, `(${text}) - duration("P1D")`]
    : [];

function otherDays(text: string, types: Types): string[] {
  if (isSpan(text)) return offByADay(text);
  const found = offByADayInExpression(text, types);
  return found.length > 0 ? found : movedWhole(text, types);
}

function whenOfTask(task: CycleTask, at: string): [pointer: string, text: string | undefined][] {
  return [
    [`${at}/due`, task.due],
    ...(task.remind ?? []).map((text, index): [string, string] => [`${at}/remind/${index}`, text]),
    ...(task.escalate ?? []).map(({ after }, index): [string, string] => [
      `${at}/escalate/${index}/after`,
      after,
    ]),
  ];
}

function whenOfStage({ id, stage, place }: IndexedStage): PlacedText[] {
  const tasks = 'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
  const timers = 'after' in stage ? (stage.after ?? []) : [];
  const spans = [
    ...tasks.flatMap(([key, task]) => whenOfTask(task, `/${place}/tasks/${key}`)),
    ...timers.map(({ delay }, index): [string, string] => [`/${place}/after/${index}/delay`, delay]),
  ];
  return spans.flatMap(([pointer, text]) => (text === undefined ? [] : [{ pointer, text, stage: id }]));
}

const whenOfAction = ({ action, place, stage }: ActionAt): PlacedText[] =>
  'delay' in action && action.delay !== undefined
    ? [{ pointer: `/${place}/delay`, text: action.delay, stage }]
    : [];

interface Waiting {
  stages: readonly IndexedStage[];
  actions: readonly ActionAt[];
  guards: readonly PlacedText[];
}

export function dayEdits({ variables = {} }: Cycle, { stages, actions, guards }: Waiting): Edit[] {
  const types = typesOfScope(variables);
  const edits = (placed: readonly PlacedText[], others: (text: string, types: Types) => string[]): Edit[] =>
    placed.flatMap((one) => others(one.text, types).map((other) => instead('day', one, other)));
  return [
    ...edits([...stages.flatMap(whenOfStage), ...actions.flatMap(whenOfAction)], otherDays),
    ...edits(guards, offByADayInExpression),
  ];
}

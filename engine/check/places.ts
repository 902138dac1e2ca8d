// Every text with a meaning in a cycle, with its place: expressions, spans and assignees.
import { expressionsIn } from '../expression/template.ts';
import type { Action } from '../model/action.ts';
import type { CycleTask } from '../model/cycle.ts';
import { unreachable } from '../model/json.ts';
import type { Trigger } from '../statechart/structure/transitions.ts';
import type { ChartView, Place } from './chart-view.ts';
import type { ActionAt, TransitionAt } from './placed.ts';
import { tasksOf } from './tasks-of.ts';

export type { ActionAt, TransitionAt };

/** What a text has to be: FEEL of a kind, a span or FEEL that gives a time, a relation or FEEL that gives one. */
export interface TextAt extends Place {
  text: string;
  kind: 'expression' | 'guard' | 'key' | 'span' | 'assignee';
}

/** What the transition waits for that a place stands in, such as an action of it; null for a stage's own. */
export function triggersAt(view: ChartView): { of(place: string): Trigger | null } {
  const triggers = new Map(transitionsAt(view).map(({ place, trigger }) => [place, trigger]));
  return {
    of: (place) => {
      const [transition = place] = place.split(/\/(?:do\/\d+|guard$|delay$)/);
      return triggers.get(transition) ?? null;
    },
  };
}

export const transitionsAt = ({ placed }: ChartView): readonly TransitionAt[] => placed.transitions;
export const actionsAt = ({ placed }: ChartView): readonly ActionAt[] => placed.actions;

type Text = Omit<TextAt, 'stage'>;
const expression = (text: string, place: string): Text => ({ text, place, kind: 'expression' });
const guard = (text: string, place: string): Text => ({ text, place, kind: 'guard' });
const key = (text: string, place: string): Text => ({ text, place, kind: 'key' });
const span = (text: string, place: string): Text => ({ text, place, kind: 'span' });
const assignee = (text: string, place: string): Text => ({ text, place, kind: 'assignee' });

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const dataTexts = (data: Record<string, string> | undefined, place: string): Text[] =>
  Object.entries(data ?? {}).map(([key, text]) => expression(text, `${place}/data/${escapeKey(key)}`));
const optional = (text: string | undefined, place: string): Text[] =>
  text === undefined ? [] : [expression(text, place)];

const textsOfAction = (action: Action, place: string): Text[] => [
  ...optional(action.guard, `${place}/guard`),
  ...textsOfKind(action, place),
];

function textsOfKind(action: Action, place: string): Text[] {
  switch (action.do) {
    case 'set':
      return [expression(action.value, `${place}/value`)];
    case 'raise':
      return [
        ...dataTexts(action.data, place),
        ...(action.delay === undefined ? [] : [span(action.delay, `${place}/delay`)]),
      ];
    case 'emit':
      return dataTexts(action.data, place);
    case 'notify':
      return [
        assignee(action.to, `${place}/to`),
        ...expressionsIn(action.message).map((text) => expression(text, `${place}/message`)),
      ];
    case 'reward':
      return [
        ...(action.key === undefined ? [] : [key(action.key, `${place}/key`)]),
        ...optional(action.amount, `${place}/amount`),
      ];
    case 'intervene':
      return optional(action.cause, `${place}/cause`);
    case 'reschedule':
      return [span(action.delay, `${place}/delay`)];
    case 'appraise':
      return optional(action.outcome, `${place}/outcome`);
    case 'cancel':
    case 'start':
      return [];
    default:
      return unreachable(action);
  }
}

const textsOfTask = (task: CycleTask, place: string): Text[] => [
  assignee(task.assignee, `${place}/assignee`),
  ...(task.due === undefined ? [] : [span(task.due, `${place}/due`)]),
  ...(task.remind ?? []).map((text, index) => span(text, `${place}/remind/${index}`)),
  ...(task.escalate ?? []).flatMap((rung, index) => [
    span(rung.after, `${place}/escalate/${index}/after`),
    assignee(rung.to, `${place}/escalate/${index}/to`),
  ]),
];

const textsOfTransition = ({ transition, trigger, place }: TransitionAt): Text[] => [
  ...(transition.guard === undefined ? [] : [guard(transition.guard, `${place}/guard`)]),
  ...(trigger.kind === 'timer' ? [span(trigger.delay, `${place}/delay`)] : []),
];

export const textsAt = (view: ChartView): TextAt[] => [
  ...transitionsAt(view).flatMap((at) => textsOfTransition(at).map((text) => ({ ...text, stage: at.stage }))),
  ...actionsAt(view).flatMap(({ action, place, stage }) =>
    textsOfAction(action, place).map((text) => ({ ...text, stage })),
  ),
  ...view.stages.flatMap(({ id, stage, place }) =>
    stage.type === 'final' ? dataTexts(stage.data, place).map((text) => ({ ...text, stage: id })) : [],
  ),
  ...view.stages.flatMap(({ id, stage, place }) =>
    tasksOf(stage).flatMap(([key, task]) =>
      textsOfTask(task, `${place}/tasks/${key}`).map((text) => ({ ...text, stage: id })),
    ),
  ),
];

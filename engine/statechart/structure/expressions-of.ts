// Every expression of a cycle, wherever it stands.
import { expressionsIn } from '../../expression/template.ts';
import type { Action } from '../../model/action.ts';
import type { Cycle, CycleTask, Stage } from '../../model/cycle.ts';
import { isSpan } from '../../time/span.ts';
import { isRelation } from '../step/resolve-assignee.ts';
import { listStages } from './stage-index.ts';
import { type PlacedTransition, transitionsOfCycle, transitionsOfStage } from './transitions.ts';

const unlessSpan = (text: string | undefined): string[] => (text === undefined || isSpan(text) ? [] : [text]);
const unlessRelation = (text: string): string[] => (isRelation(text) ? [] : [text]);

const ofAction = (action: Action): string[] => [
  ...(action.guard === undefined ? [] : [action.guard]),
  ...ofKind(action),
];

function ofKind(action: Action): string[] {
  switch (action.do) {
    case 'set':
      return [action.value];
    case 'raise':
      return [...Object.values(action.data ?? {}), ...unlessSpan(action.delay)];
    case 'emit':
      return Object.values(action.data ?? {});
    case 'notify':
      return [...unlessRelation(action.to), ...expressionsIn(action.message)];
    case 'reward':
      return [action.key, action.amount].flatMap((text) => text ?? []);
    case 'appraise':
      return action.outcome === undefined ? [] : [action.outcome];
    case 'intervene':
      return action.cause === undefined ? [] : [action.cause];
    case 'reschedule':
      return unlessSpan(action.delay);
    default:
      return [];
  }
}

const ofTask = (task: CycleTask): string[] => [
  ...unlessRelation(task.assignee),
  ...unlessSpan(task.due),
  ...(task.remind ?? []).flatMap(unlessSpan),
  ...(task.escalate ?? []).flatMap((step) => [...unlessSpan(step.after), ...unlessRelation(step.to)]),
];

const ofTransition = ({ trigger, transition }: PlacedTransition): string[] => [
  ...(transition.guard === undefined ? [] : [transition.guard]),
  ...(trigger.kind === 'timer' ? unlessSpan(trigger.delay) : []),
];

function actionsOf(stage: Stage): Action[] {
  if (stage.type === 'history') return stage.do ?? [];
  const begin = 'begin' in stage ? stage.begin : undefined;
  return [...(stage.entry ?? []), ...(stage.exit ?? []), ...(begin?.do ?? [])];
}

const dataOf = (stage: Stage): string[] => (stage.type === 'final' ? Object.values(stage.data ?? {}) : []);

const tasksOf = (stage: Stage): CycleTask[] =>
  'tasks' in stage && stage.tasks ? Object.values(stage.tasks) : [];

export interface CycleExpressions {
  expressions: string[];
  appraises: boolean;
  /** The variables that are ever set. */
  sets: ReadonlySet<string>;
}

function partsOf(cycle: Cycle) {
  const stages = listStages(cycle);
  const transitions = [
    ...transitionsOfCycle(cycle),
    ...stages.flatMap(({ id, stage, place }) => transitionsOfStage(id, stage, place)),
  ];
  const actions = [
    ...(cycle.begin?.do ?? []),
    ...stages.flatMap(({ stage }) => actionsOf(stage)),
    ...transitions.flatMap(({ transition }) => transition.do ?? []),
  ];
  return { stages, transitions, actions };
}

/** Every action of a cycle, wherever it stands. */
export const actionsIn = (cycle: Cycle): Action[] => partsOf(cycle).actions;

export function expressionsOf(cycle: Cycle): CycleExpressions {
  const { stages, transitions, actions } = partsOf(cycle);
  const tasks = stages.flatMap(({ stage }) => tasksOf(stage));
  return {
    expressions: [
      ...transitions.flatMap(ofTransition),
      ...actions.flatMap(ofAction),
      ...tasks.flatMap(ofTask),
      ...stages.flatMap(({ stage }) => dataOf(stage)),
    ],
    appraises: actions.some((action) => action.do === 'appraise'),
    sets: new Set(actions.flatMap((action) => (action.do === 'set' ? [action.variable] : []))),
  };
}

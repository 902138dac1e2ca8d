// Other ids for stages and tasks, and for everything in the cycle that refers to them: targets, first stages, events
// of tasks and of stages that are done, timers that are called after their stage, scenarios, places. The order stays
// as it is. What an expression says in words of its own, such as a name in `stages`, is its author's to change.
import type { Action } from '../model/action.ts';
import type { Begin, Cycle, DelayedTransition, Stage, Stages, Transition } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import { inScenarios } from './rename-in-scenarios.ts';
import { makeRenamer, type NewNames, type Renamer, renamedEvent, withKeys } from './renamer.ts';

const inAction = (action: Action, { timer }: Renamer): Action =>
  action.do === 'reschedule' ? { ...action, timer: timer(action.timer) } : action;

const inActions = (actions: readonly Action[], renamer: Renamer): Action[] =>
  actions.map((action) => inAction(action, renamer));

/** What leads to stages, and what is done on the way. */
interface Aim {
  to?: StageId | undefined;
  also?: StageId[] | undefined;
  do?: Action[] | undefined;
}

const inAim = <T extends Aim>(aim: T, renamer: Renamer): T => ({
  ...aim,
  ...(aim.to !== undefined && { to: renamer.stage(aim.to) }),
  ...(aim.also && { also: aim.also.map(renamer.stage) }),
  ...(aim.do && { do: inActions(aim.do, renamer) }),
});

const inTransitions = <T extends Transition | DelayedTransition>(list: readonly T[], renamer: Renamer): T[] =>
  list.map((transition) => inAim(transition, renamer));

const inBegin = (begin: Begin, renamer: Renamer): Begin => ({
  ...begin,
  ...(begin.at && { at: begin.at.map(renamer.stage) }),
  ...(begin.do && { do: inActions(begin.do, renamer) }),
});

const inListeners = (on: Record<string, Transition[]>, renamer: Renamer): Record<string, Transition[]> =>
  withKeys(
    Object.fromEntries(Object.entries(on).map(([type, list]) => [type, inTransitions(list, renamer)])),
    (type) => renamedEvent(type, renamer),
  );

function inStage(stage: Stage, renamer: Renamer): Stage {
  if (stage.type === 'history') return inAim(stage, renamer);
  const actions = {
    ...(stage.entry && { entry: inActions(stage.entry, renamer) }),
    ...(stage.exit && { exit: inActions(stage.exit, renamer) }),
  };
  if (stage.type === 'final') return { ...stage, ...actions };
  const waiting = {
    ...actions,
    ...(stage.tasks && { tasks: withKeys(stage.tasks, renamer.task) }),
    ...(stage.on && { on: inListeners(stage.on, renamer) }),
    ...(stage.after && { after: inTransitions(stage.after, renamer) }),
    ...(stage.always && { always: inTransitions(stage.always, renamer) }),
  };
  if (!('stages' in stage)) return { ...stage, ...waiting };
  const inside = {
    ...waiting,
    ...(stage.onDone && { onDone: inTransitions(stage.onDone, renamer) }),
    stages: inStages(stage.stages, renamer),
  };
  if (!('initial' in stage)) return { ...stage, ...inside };
  return {
    ...stage,
    ...inside,
    initial: renamer.stage(stage.initial),
    ...(stage.begin && { begin: inBegin(stage.begin, renamer) }),
  };
}

const inStages = (stages: Stages, renamer: Renamer): Stages =>
  withKeys(
    Object.fromEntries(Object.entries(stages).map(([id, stage]) => [id, inStage(stage, renamer)])),
    renamer.stage,
  );

/** Names that two things would then share are the caller's mistake: the later one is kept. */
export function renameInCycle(cycle: Cycle, names: NewNames): Cycle {
  const renamer = makeRenamer(cycle, names);
  return {
    ...cycle,
    initial: renamer.stage(cycle.initial),
    ...(cycle.begin && { begin: inBegin(cycle.begin, renamer) }),
    stages: inStages(cycle.stages, renamer),
    ...(cycle.on && { on: inListeners(cycle.on, renamer) }),
    ...(cycle.scenarios && { scenarios: inScenarios(cycle.scenarios, renamer) }),
    ...(cycle.layout && { layout: withKeys(cycle.layout, renamer.stage) }),
  };
}

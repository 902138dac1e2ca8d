// Other ids for stages and tasks, and for everything in the cycle that refers to them: targets, initial stages,
// events of tasks, timers that are called after their stage, places. The order of things stays as it is.
import type { Action, Cycle, DelayedTransition, Stage, Stages, Transition } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import { listStages } from '../statechart/structure/stage-index.ts';

export interface NewNames {
  stages: ReadonlyMap<StageId, StageId>;
  tasks: ReadonlyMap<TaskKey, TaskKey>;
}

interface Renamer {
  stage(id: StageId): StageId;
  task(key: TaskKey): TaskKey;
  timer(id: string): string;
}

/** A timer without an id of its own is called <stage>.<index>. */
function timersByStage(cycle: Cycle, { stages }: NewNames): ReadonlyMap<string, string> {
  return new Map(
    listStages(cycle).flatMap(({ id, stage }) => {
      const to = stages.get(id);
      const timers = 'after' in stage ? (stage.after ?? []) : [];
      return to === undefined
        ? []
        : timers.flatMap((timer, index): [string, string][] =>
            timer.id === undefined ? [[`${id}.${index}`, `${to}.${index}`]] : [],
          );
    }),
  );
}

function makeRenamer(cycle: Cycle, names: NewNames): Renamer {
  const timers = timersByStage(cycle, names);
  return {
    stage: (id) => names.stages.get(id) ?? id,
    task: (key) => names.tasks.get(key) ?? key,
    timer: (id) => timers.get(id) ?? id,
  };
}

const taskEvent = /^task\.(.+)\.(completed|overdue)$/;

function renamedEvent(type: string, { task }: Renamer): string {
  const [, key, what] = taskEvent.exec(type) ?? [];
  return key === undefined ? type : `task.${task(key)}.${what}`;
}

const withKeys = <T>(record: Record<string, T>, key: (old: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([old, value]) => [key(old), value]));

const inAction = (action: Action, { timer }: Renamer): Action =>
  action.do === 'reschedule' ? { ...action, timer: timer(action.timer) } : action;

const inActions = (actions: readonly Action[], renamer: Renamer): Action[] =>
  actions.map((action) => inAction(action, renamer));

const inTransitions = <T extends Transition | DelayedTransition>(list: readonly T[], renamer: Renamer): T[] =>
  list.map((transition) => ({
    ...transition,
    ...(transition.to !== undefined && { to: renamer.stage(transition.to) }),
    ...(transition.do && { do: inActions(transition.do, renamer) }),
  }));

const inListeners = (on: Record<string, Transition[]>, renamer: Renamer): Record<string, Transition[]> =>
  withKeys(
    Object.fromEntries(Object.entries(on).map(([type, list]) => [type, inTransitions(list, renamer)])),
    (type) => renamedEvent(type, renamer),
  );

function inStage(stage: Stage, renamer: Renamer): Stage {
  if (stage.type === 'history')
    return stage.to === undefined ? stage : { ...stage, to: renamer.stage(stage.to) };
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
  return 'initial' in stage
    ? { ...stage, ...inside, initial: renamer.stage(stage.initial) }
    : { ...stage, ...inside };
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
    stages: inStages(cycle.stages, renamer),
    ...(cycle.on && { on: inListeners(cycle.on, renamer) }),
    ...(cycle.layout && { layout: withKeys(cycle.layout, renamer.stage) }),
  };
}

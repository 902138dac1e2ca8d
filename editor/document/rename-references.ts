// Renaming an id and everything that refers to it: targets, initial stages, timers, task events.
import type { Action, Begin, Cycle, Stage, StageId, TaskKey } from '../../engine/index.ts';
import { isContainer, isParallel, isWaiting, patched, type WaitingStage } from './stage-tree.ts';
import { mapTransitions } from './transitions.ts';

const renamedKeys = <T>(record: Record<string, T>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));

interface Aim {
  to?: StageId | undefined;
  also?: StageId[] | undefined;
}

/** Stage order and every place stay as they are. */
export function renameStageId(cycle: Cycle, from: StageId, to: StageId): Cycle {
  const swap = (id: StageId) => (id === from ? to : id);
  const swapped = ({ to: target, also }: Aim): Aim => ({ to: target && swap(target), also: also?.map(swap) });
  const swapBegin = (begin: Begin | undefined) => begin && patched(begin, { at: begin.at?.map(swap) });
  const visit = (stage: Stage): Stage => {
    if (stage.type === 'history') return patched(stage, swapped(stage));
    const own = isWaiting(stage)
      ? patched<WaitingStage>(stage, { on: renamedDone(stage.on, from, to) })
      : stage;
    if (!isContainer(own)) return own;
    const stages = visitAll(own.stages);
    if (isParallel(own)) return { ...own, stages };
    return patched({ ...own, initial: swap(own.initial), stages }, { begin: swapBegin(own.begin) });
  };
  const visitAll = (stages: Cycle['stages']) =>
    Object.fromEntries(Object.entries(stages).map(([id, stage]) => [swap(id), visit(stage)]));
  const renamed: Cycle = patched(
    { ...cycle, initial: swap(cycle.initial), stages: visitAll(cycle.stages) },
    {
      layout: cycle.layout ? renamedKeys(cycle.layout, from, to) : undefined,
      begin: swapBegin(cycle.begin),
      on: renamedDone(cycle.on, from, to),
    },
  );
  const retargeted = mapTransitions(renamed, (transition) => patched(transition, swapped(transition)));
  return mapActions(retargeted, (action) => renamedTimer(action, from, to));
}

/** The event that tells that a stage is done is called after it. */
const renamedDone = (on: WaitingStage['on'], from: StageId, to: StageId): WaitingStage['on'] =>
  on && renamedKeys(on, `done.state.${from}`, `done.state.${to}`);

/** A timer without a name of its own is called <stage>.<index>. */
function renamedTimer(action: Action, from: StageId, to: StageId): Action {
  if (action.do !== 'reschedule' || !action.timer.startsWith(`${from}.`)) return action;
  return { ...action, timer: to + action.timer.slice(from.length) };
}

function mapActions(cycle: Cycle, change: (action: Action) => Action): Cycle {
  const each = (actions: Action[] | undefined) => actions?.map(change);
  const visit = (stage: Stage): Stage => {
    if (stage.type === 'history') return patched(stage, { do: each(stage.do) });
    const own = patched(stage, { entry: each(stage.entry), exit: each(stage.exit) });
    if (!isContainer(own)) return own;
    const stages = visitAll(own.stages);
    return isParallel(own) ? { ...own, stages } : patched({ ...own, stages }, { begin: eachOf(own.begin) });
  };
  const eachOf = (begin: Begin | undefined) => begin && patched(begin, { do: each(begin.do) });
  const visitAll = (stages: Cycle['stages']) =>
    Object.fromEntries(Object.entries(stages).map(([id, stage]) => [id, visit(stage)]));
  const own = patched({ ...cycle, stages: visitAll(cycle.stages) }, { begin: eachOf(cycle.begin) });
  return mapTransitions(own, (transition) =>
    transition.do ? { ...transition, do: transition.do.map(change) } : transition,
  );
}

/** A task's events are named after it, so they follow it, in every stage. */
export function renameTaskKey(cycle: Cycle, from: TaskKey, to: TaskKey): Cycle {
  const events = (on: WaitingStage['on']) =>
    on &&
    Object.fromEntries(
      Object.entries(on).map(([event, list]) => [renamedEvent(event, from, to), list] as const),
    );
  const visit = (stage: Stage): Stage => {
    if (!isWaiting(stage)) return stage;
    const tasks = stage.tasks && renamedKeys(stage.tasks, from, to);
    const own: WaitingStage = patched(stage, { tasks, on: events(stage.on) });
    return isContainer(own) ? { ...own, stages: visitAll(own.stages) } : own;
  };
  const visitAll = (stages: Cycle['stages']) =>
    Object.fromEntries(Object.entries(stages).map(([id, stage]) => [id, visit(stage)]));
  return patched(cycle, { stages: visitAll(cycle.stages), on: events(cycle.on) });
}

const renamedEvent = (event: string, from: TaskKey, to: TaskKey): string =>
  event.startsWith(`task.${from}.`) ? `task.${to}.${event.slice(`task.${from}.`.length)}` : event;

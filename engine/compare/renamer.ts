// What stages, tasks, timers and events are called under other names.
import type { Cycle } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import { containerDoneBy, doneEventOf, timerOf } from '../statechart/structure/event-names.ts';
import { listStages } from '../statechart/structure/stage-index.ts';

export interface NewNames {
  stages: ReadonlyMap<StageId, StageId>;
  tasks: ReadonlyMap<TaskKey, TaskKey>;
}

export interface Renamer {
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

export function makeRenamer(cycle: Cycle, names: NewNames): Renamer {
  const timers = timersByStage(cycle, names);
  return {
    stage: (id) => names.stages.get(id) ?? id,
    task: (key) => names.tasks.get(key) ?? key,
    timer: (id) => timers.get(id) ?? id,
  };
}

const taskEvent = /^task\.(.+)\.(completed|overdue|\*)$/;

type EventNames = Pick<Renamer, 'stage' | 'task'> & Partial<Pick<Renamer, 'timer'>>;

/** What an event is called when the stage or task that it tells of is called otherwise. */
export function renamedEvent(type: string, { stage, task, timer }: EventNames): string {
  const done = containerDoneBy(type);
  if (done !== null) return doneEventOf(stage(done));
  const timerId = timerOf(type);
  if (timerId !== null && timer) return `timer.${timer(timerId)}`;
  const [, key, what] = taskEvent.exec(type) ?? [];
  return key === undefined ? type : `task.${task(key)}.${what}`;
}

export const withKeys = <T>(record: Record<string, T>, key: (old: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([old, value]) => [key(old), value]));

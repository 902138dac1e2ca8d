// What a version defines, by name: its stages, tasks and timers.
import type { CycleTask } from '../model/cycle.ts';
import type { StageId, TaskKey, TimerId } from '../model/ids.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';
import { chartKey } from '../statechart/chart/compiled-cycle.ts';
import { workOf } from '../statechart/step/stay.ts';
import type { StageTask } from '../statechart/step/tasks.ts';
import type { StageTimer } from '../statechart/step/timers.ts';
import type { StageIndex } from '../statechart/structure/stage-index.ts';

export interface DefinedTask extends StageTask {
  stage: StageId;
  task: CycleTask;
}

export interface DefinedTimer extends StageTimer {
  stage: StageId;
  /** Called so by its designer, not after its stage and position. */
  named: boolean;
}

export interface Definitions {
  index: StageIndex;
  /** In document order. */
  tasks: ReadonlyMap<TaskKey, DefinedTask>;
  timers: ReadonlyMap<TimerId, DefinedTimer>;
}

export function definitionsOf(compiled: CompiledCycle): Definitions {
  const { index } = compiled[chartKey];
  const works = [...index.values()].map(({ id, stage, place, parent }) => ({
    stage,
    work: workOf(id, stage, { place, top: parent === null }),
  }));
  const tasks = works.flatMap(({ work }) => work.tasks.map((task) => ({ ...task, stage: work.id })));
  const timers = works.flatMap(({ stage, work }) =>
    work.timers.map((timer, position) => {
      const after = 'after' in stage ? stage.after?.[position] : undefined;
      return { ...timer, stage: work.id, named: after?.id !== undefined };
    }),
  );
  return {
    index,
    tasks: new Map(tasks.map((task) => [task.key, task])),
    timers: new Map(timers.map((timer) => [timer.id, timer])),
  };
}

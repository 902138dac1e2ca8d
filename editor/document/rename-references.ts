// Renaming an id and everything that refers to it: targets, initial stages, timers, events.
import { type Cycle, renameInCycle, type StageId, type TaskKey } from '../../engine/index.ts';

const nothing: ReadonlyMap<string, string> = new Map();

/** Stage order and every place stay as they are. */
export const renameStageId = (cycle: Cycle, from: StageId, to: StageId): Cycle =>
  renameInCycle(cycle, { stages: new Map([[from, to]]), tasks: nothing });

/** A task's events are named after it, so they follow it, in every stage. */
export const renameTaskKey = (cycle: Cycle, from: TaskKey, to: TaskKey): Cycle =>
  renameInCycle(cycle, { stages: nothing, tasks: new Map([[from, to]]) });

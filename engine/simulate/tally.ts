// What is counted while plans are simulated. It grows in place; nothing of it leaves the simulation as it is.
import type { OpenTaskEffect } from '../model/effect.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { Outcome } from '../model/measure.ts';
import { type Load, makeLoad } from './load.ts';

export interface StageTally {
  /** Days of each stay that came to an end. */
  stays: number[];
  /** Days in all stays, by plan; only of plans that were here. */
  totals: number[];
  /** Plans that stood here when the simulation stopped looking. */
  left: number;
}

export interface TaskTally {
  form: OpenTaskEffect['form'];
  opened: number;
  completed: number;
  /** Closed because the plan left the stage. */
  closed: number;
  /** Still open at the end. */
  open: number;
  /** Completed, closed or left open after the due instant. */
  late: number;
  /** Times that somebody else was asked too, because it was late. */
  escalated: number;
  /** Results that no guard let pass. */
  refused: number;
  /** Opened for nobody. */
  unassigned: number;
}

export interface Tally {
  stages: Map<StageId, StageTally>;
  tasks: Map<TaskKey, TaskTally>;
  /** Days from start to end, of the plans that ended. */
  days: number[];
  rounds: number[];
  outcomes: Map<Outcome | null, number>;
  endings: Map<string | null, number>;
  plans: number;
  unfinished: number;
  /** Plans whose cycle failed, and the first failure. */
  failed: number;
  failure: string | null;
  /** Plans with a task after its due instant. */
  breached: number;
  steps: number;
  effects: Map<string, number>;
  load: Load;
}

export const newTally = (firstWeek: number): Tally => ({
  stages: new Map(),
  tasks: new Map(),
  days: [],
  rounds: [],
  outcomes: new Map(),
  endings: new Map(),
  plans: 0,
  unfinished: 0,
  failed: 0,
  failure: null,
  breached: 0,
  steps: 0,
  effects: new Map(),
  load: makeLoad(firstWeek),
});

export const count = <Key>(counts: Map<Key, number>, key: Key, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

export function stageTally(tally: Tally, id: StageId): StageTally {
  const known = tally.stages.get(id);
  if (known) return known;
  const fresh = { stays: [], totals: [], left: 0 };
  tally.stages.set(id, fresh);
  return fresh;
}

export function taskTally(tally: Tally, key: TaskKey, form: OpenTaskEffect['form']): TaskTally {
  const known = tally.tasks.get(key);
  if (known) return known;
  const fresh = {
    form,
    opened: 0,
    completed: 0,
    closed: 0,
    open: 0,
    late: 0,
    escalated: 0,
    refused: 0,
    unassigned: 0,
  };
  tally.tasks.set(key, fresh);
  return fresh;
}

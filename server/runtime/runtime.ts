// The parts of the server that work by themselves: timers that fire; absences that begin and end; launches, migrations and imports that go on;
// shadows that look on; what is old enough goes.
// start-server.ts makes it, starts it once the store is open, and stops it before the store is closed.
// Events are given to plans with `dispatch`, or inside another command's commit with `stepPlan`.
import type { Deps } from '../deps.ts';
import { runNextImport } from '../imports/operations.ts';
import { nextDueInstant } from '../store/queries/timers.ts';
import { turnNextAbsence, untilNextAbsence } from './absences/absence-worker.ts';
import { makeRetention } from './admin/retention.ts';
import { startNextChunk } from './launches/launch-worker.ts';
import { makeLoop } from './loop.ts';
import { runNextSlice } from './migrations/migration-worker.ts';
import { fireBatch } from './plans/timers.ts';
import { type Scheduler, systemScheduler } from './ports.ts';
import { makeShadowWorker } from './shadows/shadow-worker.ts';

export interface Runtime {
  start(): void;
  /** Waits for what is under way; what remains is done after the next start. */
  stop(): Promise<void>;
}

/** However far away the next timer is: after this long the clock is looked at again. */
const LONGEST_WAIT = 60_000;

/** Fires one lot of timers; how long there is nothing to do. */
async function fireTimers(deps: Deps): Promise<number> {
  const { fired } = await fireBatch(deps, deps.clock.now());
  if (fired > 0) return 0;
  const next = await deps.store.read(nextDueInstant);
  if (next === null) return LONGEST_WAIT;
  return Math.min(Math.max(0, Date.parse(next) - Date.parse(deps.clock.now())), LONGEST_WAIT);
}

async function turnAbsences(deps: Deps): Promise<number> {
  if (await turnNextAbsence(deps)) return 0;
  return Math.min((await untilNextAbsence(deps)) ?? LONGEST_WAIT, LONGEST_WAIT);
}

const startPlans = async (deps: Deps): Promise<number> => ((await startNextChunk(deps)) ? 0 : LONGEST_WAIT);

const migratePlans = async (deps: Deps): Promise<number> => ((await runNextSlice(deps)) ? 0 : LONGEST_WAIT);

const importFiles = async (deps: Deps): Promise<number> => ((await runNextImport(deps)) ? 0 : LONGEST_WAIT);

export function makeRuntime(deps: Deps, scheduler: Scheduler = systemScheduler): Runtime {
  const loops = [
    makeLoop({ name: 'timers', deps, scheduler, turn: () => fireTimers(deps) }),
    makeLoop({ name: 'absences', deps, scheduler, turn: () => turnAbsences(deps) }),
    makeLoop({ name: 'launches', deps, scheduler, turn: () => startPlans(deps) }),
    makeLoop({ name: 'migrations', deps, scheduler, turn: () => migratePlans(deps) }),
    makeLoop({ name: 'imports', deps, scheduler, turn: () => importFiles(deps) }),
    makeLoop({ name: 'retention', deps, scheduler, turn: makeRetention(deps).turn }),
    makeLoop({ name: 'shadows', deps, scheduler, turn: makeShadowWorker(deps).turn }),
  ];
  return {
    start: () => {
      for (const loop of loops) loop.start();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

// Simulations run in threads of their own, few at a time, for a bounded time, and no longer than somebody waits.
import { Worker } from 'node:worker_threads';
import type { Simulation, SimulationResult } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

const program = new URL('./simulation-worker.ts', import.meta.url);
const MOST_AT_ONCE = 2;
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1_024;

export interface Simulations {
  /** @throws ProblemError too-many-requests, too-large; unavailable when the signal is aborted. */
  run(simulation: Simulation, signal: AbortSignal): Promise<SimulationResult>;
}

const tooLong = () =>
  new ProblemError(
    'too-large',
    `The simulation did not come to an end within ${MOST_SECONDS} seconds. Ask for fewer components or repeats.`,
  );

const stopped = () => new ProblemError('unavailable', 'The simulation was stopped before its end.');

function start(simulation: Simulation): Worker {
  return new Worker(program, {
    workerData: simulation,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // Nothing of the server's secrets either.
    env: {},
  });
}

/** The thread has ended when this is settled. */
async function finish(worker: Worker, signal: AbortSignal): Promise<SimulationResult> {
  const clock = AbortSignal.timeout(MOST_SECONDS * 1_000);
  const stop = AbortSignal.any([signal, clock]);
  try {
    return await new Promise<SimulationResult>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      stop.addEventListener('abort', () => reject(clock.aborted ? tooLong() : stopped()), { once: true });
      if (stop.aborted) reject(stopped());
    });
  } finally {
    await worker.terminate();
  }
}

export function makeSimulations(): Simulations {
  let running = 0;
  return {
    async run(simulation, signal) {
      if (running >= MOST_AT_ONCE)
        throw new ProblemError('too-many-requests', 'Other simulations are running; try again in a moment.', {
          retryAfter: 5,
        });
      running += 1;
      try {
        return await finish(start(simulation), signal);
      } finally {
        running -= 1;
      }
    },
  };
}

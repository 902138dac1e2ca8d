// How long a rehearsal takes: `node test/bench/simulate.ts [plans]`. Plans of the organisation loop whose results are
// always below, so that each goes through all four rounds: tasks with their deadlines, guards, scores and load.
import {
  makeOrganisation,
  type SimulatedOrganisation,
  type SimulationResult,
  simulate,
} from '../../engine/index.ts';
import { readCycle } from '../support/sample-cycles.ts';
import { measureBareEvents } from './bare-xstate.ts';

export const rehearsed = readCycle('organisation-loop.cycle.json');
const results = { kind: 'shares', below: 1, meets: 0, exceeds: 0 } as const;

export interface Rehearsal {
  plans: number;
  seconds: number;
  steps: number;
}

function rehearseIn(organisation: SimulatedOrganisation): SimulationResult {
  return simulate({ cycle: rehearsed, organisation, options: { seed: 7, assumptions: { results } } });
}

export function measureRehearsal(plans: number): Rehearsal {
  const organisation = makeOrganisation({ components: plans }, 1);
  const start = performance.now();
  const { ended, steps, roundShares } = rehearseIn(organisation);
  const seconds = (performance.now() - start) / 1000;
  const [rounds] = roundShares;
  if (ended !== plans || rounds?.round !== 4 || rounds.count !== plans)
    throw new Error('A plan did not go through four rounds.');
  return { plans, seconds, steps };
}

if (import.meta.main) {
  const bare = await measureBareEvents(rehearsed);
  for (let round = 0; round < 3; round++) {
    const { plans, seconds, steps } = measureRehearsal(Number(process.argv[2] ?? 10_000));
    const perStep = (seconds * 1_000_000) / steps;
    console.log(
      `${plans} plans over four rounds: ${seconds.toFixed(2)} s, ${steps} steps, ${perStep.toFixed(1)} µs a step; ` +
        `XState takes ${bare.toFixed(1)} µs for a step of the same chart, so this is ${(perStep / bare).toFixed(2)} ×`,
    );
  }
}

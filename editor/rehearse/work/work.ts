// What is worked out away from the page, and what comes back. Pure: the worker only carries it.
import {
  type Cycle,
  type CycleTest,
  type MadeOrganisation,
  makeOrganisation,
  type SimulationOptions,
  type SimulationResult,
  simulate,
  testCycle,
} from '../../../engine/index.ts';

export type Work =
  | { kind: 'test'; cycle: Cycle }
  | { kind: 'simulate'; cycle: Cycle; made: MadeOrganisation; options: SimulationOptions };

export interface Outcomes {
  test: CycleTest;
  simulate: SimulationResult;
}

export function perform(work: Work): Outcomes[Work['kind']] {
  switch (work.kind) {
    case 'test':
      return testCycle(work.cycle, { mutants: 'some' });
    case 'simulate': {
      const { cycle, made, options } = work;
      return simulate({ cycle, organisation: makeOrganisation(made, options.seed ?? 1), options });
    }
  }
}

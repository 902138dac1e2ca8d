// From a cycle document to what plans run on. Done once per published version and shared by all its plans.
import type { Cycle } from '../model/cycle.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { factsOf } from './chart/facts-of.ts';
import { makeMachine } from './chart/machine.ts';
import { makePlaces } from './chart/place.ts';
import { makeMemory } from './step/memory.ts';
import { mostOfCycle } from './step/plan-size.ts';
import { indexStages } from './structure/stage-index.ts';
import { structuralFaults } from './structure/structural-faults.ts';
import { transitionsOfCycle, transitionsOfStage } from './structure/transitions.ts';

/**
 * Throws when the document is no statechart; a cycle without errors in its check never does.
 * Cycles that are alike may share a memory.
 */
export function compileCycle(cycle: Cycle, version: number, memory = makeMemory()): CompiledCycle {
  const fault = structuralFaults(cycle)[0];
  if (fault) throw new Error(`The cycle "${cycle.id}" cannot run: ${fault.message} (${fault.pointer})`);
  const index = indexStages(cycle);
  const transitions = new Map(
    [...index.values()].map(({ id, stage, place }) => [id, transitionsOfStage(id, stage, place)]),
  );
  return {
    cycle,
    id: cycle.id,
    version,
    facts: factsOf(cycle, memory.evaluator),
    [chartKey]: {
      index,
      machine: makeMachine(cycle),
      memory,
      places: makePlaces(),
      room: { mostOfCycle: mostOfCycle(cycle), sizes: new WeakMap() },
      transitions,
      everywhere: transitionsOfCycle(cycle),
    },
  };
}

// From a cycle document to what plans run on. Done once per published version and shared by all its plans.
import { compileCycleDecisions, decisionNames } from '../decision/cycle-decisions.ts';
import { namesBehind } from '../decision/requirements.ts';
import { makeEvaluator } from '../expression/make-evaluator.ts';
import type { Cycle } from '../model/cycle.ts';
import { makeTimekeeper } from '../time/timekeeper.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { factsOf } from './chart/facts-of.ts';
import { makeMachine } from './chart/machine.ts';
import { makeStandings } from './chart/standing.ts';
import { growTree } from './chart/tree.ts';
import { makeMemory } from './step/memory.ts';
import { rewardKeysIn } from './structure/reward-keys.ts';
import { indexStages } from './structure/stage-index.ts';
import { structuralFaults } from './structure/structural-faults.ts';
import { subjectsIn } from './structure/subject-of.ts';
import { transitionsOfCycle, transitionsOfStage } from './structure/transitions.ts';

/** Throws when the document is no statechart; a cycle without errors in its check never does. */
export function compileCycle(cycle: Cycle, version: number): CompiledCycle {
  const fault = structuralFaults(cycle)[0];
  if (fault) throw new Error(`The cycle "${cycle.id}" cannot run: ${fault.message} (${fault.pointer})`);
  const index = indexStages(cycle);
  const tree = growTree(cycle);
  const names = decisionNames(cycle);
  const evaluator = makeEvaluator(names);
  const decisions = names.length === 0 ? null : compileCycleDecisions(cycle);
  const transitions = new Map(
    [...index.values()].map(({ id, stage, place }) => [id, transitionsOfStage(id, stage, place)]),
  );
  return {
    cycle,
    id: cycle.id,
    version,
    facts: factsOf(cycle, (text) => namesBehind(evaluator.namesIn(text), decisions)),
    [chartKey]: {
      index,
      tree,
      machine: makeMachine(cycle, tree),
      standings: makeStandings(),
      evaluator,
      time: makeTimekeeper(),
      memory: null,
      decisions,
      rewardKeys: rewardKeysIn(cycle),
      transitions,
      everywhere: transitionsOfCycle(cycle),
      subjects: subjectsIn(index, [...transitions.values()].flat()),
    },
  };
}

/** For steps with facts that are given again and again and never changed: what is found out of them is kept. */
export const withMemory = (compiled: CompiledCycle): CompiledCycle => ({
  ...compiled,
  [chartKey]: { ...compiled[chartKey], memory: makeMemory() },
});

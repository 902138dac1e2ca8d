// What the scenarios of a cycle have gone through, and what none of them has.
import type { Cycle } from '../model/cycle.ts';
import { listStages } from '../statechart/structure/stage-index.ts';
import { transitionsOfCycle, transitionsOfStage } from '../statechart/structure/transitions.ts';
import type { ScenarioRun } from './run-scenario.ts';
import { tableRows } from './table-rows.ts';

export interface Covered {
  covered: number;
  total: number;
  /** JSON Pointers into the cycle document, in its order. */
  uncovered: string[];
}

export interface Coverage {
  stages: Covered;
  transitions: Covered;
  /** Of the decision tables. */
  rows: Covered;
}

function covered(pointers: readonly string[], isCovered: (pointer: string) => boolean): Covered {
  const uncovered = pointers.filter((pointer) => !isCovered(pointer));
  return { covered: pointers.length - uncovered.length, total: pointers.length, uncovered };
}

export function coverageOf(cycle: Cycle, runs: readonly ScenarioRun[]): Coverage {
  const stages = listStages(cycle);
  const entered = new Set(runs.flatMap((run) => [...run.stages]));
  const taken = new Set(runs.flatMap((run) => [...run.transitions]));
  // A history stage is never entered itself: it stands for those that it leads to.
  const idAt = new Map(
    stages.filter(({ stage }) => stage.type !== 'history').map(({ id, place }) => [`/${place}`, id]),
  );
  const transitions = [
    ...stages.flatMap(({ id, stage, place }) => transitionsOfStage(id, stage, place)),
    ...transitionsOfCycle(cycle),
  ];
  const matched = new Set(runs.flatMap((run) => [...run.rows]));
  return {
    stages: covered([...idAt.keys()], (pointer) => entered.has(idAt.get(pointer) ?? '')),
    transitions: covered(
      transitions.map(({ place }) => `/${place}`),
      (pointer) => taken.has(pointer),
    ),
    rows: covered(
      tableRows(cycle).map(({ pointer }) => pointer),
      (pointer) => matched.has(pointer),
    ),
  };
}

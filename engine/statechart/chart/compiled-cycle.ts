// A cycle ready to run. Outside this folder only its identity and its facts are of use.
import type { CompiledModel } from '../../decision/compile/compile-model.ts';
import type { Evaluator } from '../../expression/make-evaluator.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { FactName } from '../../model/facts.ts';
import type { CycleId, StageId } from '../../model/ids.ts';
import type { Timekeeper } from '../../time/timekeeper.ts';
import type { Memory } from '../step/memory.ts';
import type { StageIndex } from '../structure/stage-index.ts';
import type { Subject } from '../structure/subject-of.ts';
import type { PlacedTransition } from '../structure/transitions.ts';
import type { ChartMachine } from './machine.ts';
import type { Standings } from './standing.ts';
import type { ChartTree } from './tree.ts';

export interface Chart {
  index: StageIndex;
  tree: ChartTree;
  machine: ChartMachine;
  standings: Standings;
  evaluator: Evaluator;
  time: Timekeeper;
  /** Null when nothing is kept from one step to the next. */
  memory: Memory | null;
  /** Null when the cycle has no decisions. */
  decisions: CompiledModel | null;
  /** By title: what follows the round in the key of a reward that has none of its own. */
  rewardKeys: ReadonlyMap<string, string>;
  /** What each stage waits for; `everywhere` holds in every stage. */
  transitions: ReadonlyMap<StageId, readonly PlacedTransition[]>;
  everywhere: readonly PlacedTransition[];
  /** Of the events of its tasks and timers, by their type. */
  subjects: ReadonlyMap<string, Subject>;
}

export const chartKey: unique symbol = Symbol('chart');

export interface CompiledCycle {
  readonly cycle: Cycle;
  readonly id: CycleId;
  readonly version: number;
  /** What its expressions and actions can look at; the rest of a situation's facts may be left empty. */
  readonly facts: ReadonlySet<FactName>;
  readonly [chartKey]: Chart;
}

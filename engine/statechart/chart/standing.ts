// A place in a chart where plans stand, with all that follows from the place alone.
import type { StageId } from '../../model/ids.ts';
import type { ChartState } from '../../model/plan.ts';
import type { ActiveTransition } from '../active-transitions.ts';
import type { Configuration } from './domain.ts';
import type { ChartSnapshot, Doing } from './machine.ts';
import type { ChartNode } from './tree.ts';

/** What taking some transitions there does, and where it leads. */
export interface Microstep {
  /** JSON Pointers of the transitions. */
  readonly transitions: readonly string[];
  readonly doings: readonly Doing[];
  readonly to: Standing;
}

export interface Standing extends Configuration {
  /** The active stages that hold no others, in document order. */
  readonly innermost: readonly ChartNode[];
  /** Whether any transition of these stages waits for nothing. */
  readonly restless: boolean;
  /** The active stages with their containers, without the cycle itself. */
  readonly stages: ReadonlySet<StageId>;
  /** Innermost stage first, the cycle's own last. */
  readonly waiting: readonly ActiveTransition[];
  /** Those that wait for an event of exactly one type; null when some wait for a pattern. */
  readonly waitingFor: ReadonlyMap<string, readonly ActiveTransition[]> | null;
  /** What the plan keeps of it: one and the same for all plans here, and frozen. */
  readonly stage: StageId[];
  readonly chart: ChartState;
  /** The characters of both. */
  readonly size: number;
  readonly snapshot: ChartSnapshot;
  /** The microsteps known so far, by the transitions taken. */
  readonly microsteps: Map<string, Microstep>;
}

/** The places known so far. */
export interface Standings {
  byText: Map<string, Standing>;
  byState: WeakMap<ChartState, Standing>;
  start: Standing | null;
  /** Of places and microsteps together. */
  size: number;
}

export const makeStandings = (): Standings => ({
  byText: new Map(),
  byState: new WeakMap(),
  start: null,
  size: 0,
});

// Where plans stand in a chart: what is waited for there, and the walks that begin there.
import type { StageId } from '../../model/ids.ts';
import type { ChartState } from '../../model/plan.ts';
import type { PlacedTransition } from '../structure/transitions.ts';
import { newWalk, type Walk } from './walks.ts';

/** Where a transition of the whole cycle is said to stand. */
export const everywhere = '*';

export interface ActiveTransition extends PlacedTransition {
  stage: StageId | typeof everywhere;
  /** The type of the event that fires it. */
  type: string;
  /** JSON Pointer into the cycle document. */
  pointer: string;
}

/** Where a walk has led. */
export interface Rest {
  stage: StageId[];
  chart: ChartState;
}

/** The walks of one type of event from a place. */
export interface Reception {
  /** Whether a guard lets it pass. */
  passes: Walk<boolean>;
  moves: Walk<Rest>;
}

export interface Place {
  /** By the type of the event; innermost stage first, the cycle's own last. */
  waiting: ReadonlyMap<string, readonly ActiveTransition[]>;
  receptions: Map<string, Reception>;
}

export interface Places {
  known: Map<string, Place>;
  /** The same, by the very object that a step made, which is still at hand where nothing is stored in between. */
  fresh: WeakMap<ChartState, { stage: StageId[]; place: Place }>;
  start: Walk<Rest>;
  /** Questions kept in all walks. */
  size: number;
}

/** Some megabytes at most; then all is forgotten and found out again. */
const maxSize = 20_000;

export const makePlaces = (): Places => ({
  known: new Map(),
  fresh: new WeakMap(),
  start: newWalk(),
  size: 0,
});

export function grow(places: Places): void {
  places.size += 1;
  if (places.size <= maxSize) return;
  places.known.clear();
  places.fresh = new WeakMap();
  places.start = newWalk();
  places.size = 0;
}

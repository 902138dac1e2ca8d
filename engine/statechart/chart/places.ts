// The places in a chart that plans have stood in, kept: what is waited for there, and the walks that begin there.
import type { StageId } from '../../model/ids.ts';
import type { ChartState, Plan } from '../../model/plan.ts';
import { type ActiveTransition, activeTransitions } from '../active-transitions.ts';
import { restoreChart } from './chart-state.ts';
import type { Chart } from './compiled-cycle.ts';
import { newWalk, type Walk } from './walks.ts';

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
  start: Walk<Rest>;
  /** Questions kept in all walks. */
  size: number;
}

/** Some megabytes at most; then all is forgotten and found out again. */
const maxSize = 20_000;
const maxPlaces = 2_000;

export const makePlaces = (): Places => ({ known: new Map(), start: newWalk(), size: 0 });

export function grow(places: Places): void {
  places.size += 1;
  if (places.size <= maxSize) return;
  places.known.clear();
  places.start = newWalk();
  places.size = 0;
}

/** Null when the chart has no such place, as with a plan of another cycle. */
export function placeOf(chart: Chart, plan: Plan): Place | null {
  const { known } = chart.places;
  const key = JSON.stringify([plan.chart, plan.stage]);
  const before = known.get(key);
  if (before) return before;
  if (!restoreChart(chart, plan.chart, null)) return null;
  const active = activeTransitions(chart, plan);
  const place: Place = { waiting: Map.groupBy(active, ({ type }) => type), receptions: new Map() };
  if (known.size >= maxPlaces) known.clear();
  known.set(key, place);
  return place;
}

const none: readonly ActiveTransition[] = [];
export const waitingFor = (place: Place, type: string): readonly ActiveTransition[] =>
  place.waiting.get(type) ?? none;

/** Only for events that the plan accepts: outsiders may send ever new types, which are not kept. */
export function receptionOf(place: Place, type: string): Reception {
  const known = place.receptions.get(type);
  if (known) return known;
  const reception: Reception = { passes: newWalk(), moves: newWalk() };
  place.receptions.set(type, reception);
  return reception;
}

// The places of a chart that plans have stood in, found again.
import type { Plan } from '../../model/plan.ts';
import { activeTransitions } from '../active-transitions.ts';
import { restoreChart } from './chart-state.ts';
import type { Chart } from './compiled-cycle.ts';
import type { ActiveTransition, Place, Reception } from './place.ts';
import { newWalk } from './walks.ts';

const maxPlaces = 2_000;

/** Null when the chart has no such place, as with a plan of another cycle. */
export function placeOf(chart: Chart, plan: Plan): Place | null {
  const { fresh } = chart.places;
  const before = fresh.get(plan.chart);
  if (before && before.stage === plan.stage) return before.place;
  const place = findPlace(chart, plan);
  if (place) fresh.set(plan.chart, { stage: plan.stage, place });
  return place;
}

function findPlace(chart: Chart, plan: Plan): Place | null {
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

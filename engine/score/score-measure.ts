// The score of one measure over a window. Missing, waived, not yet due and zero are four different things.
import type { Measure, Observation } from '../model/measure.ts';
import type { MeasureScore, NodeState, OutcomeReason } from '../model/score.ts';
import { daysBetween, localDateOf } from '../time/instant.ts';
import { type Curve, scoreOnCurve } from './curve.ts';
import { curveOf } from './curve-of.ts';
import { liesIn, type Measurement, measurementOf, standingObservations } from './measurement.ts';
import { scoreMilestones } from './milestones.ts';
import { outcomeOf } from './outcome.ts';
import type { Window } from './window.ts';

/** Of a year: with less of the period active nothing is rated. */
const leastActiveFraction = 90 / 365;

interface Finding {
  measurement: Measurement;
  score: number | null;
  stale: boolean;
  notDue: boolean;
}

function unscored(
  measure: Measure,
  state: NodeState,
  reason: OutcomeReason | null,
  found: Measurement,
): MeasureScore {
  return {
    measureId: measure.id,
    state,
    score: null,
    outcome: null,
    reason,
    coverage: 0,
    provisionalShare: 0,
    staleCount: 0,
    parts: [],
    measurement: found.value,
    observationCount: found.observationCount,
  };
}

function scored(measure: Measure, score: number, { measurement, stale }: Finding): MeasureScore {
  return {
    ...unscored(measure, 'scored', null, measurement),
    score,
    outcome: outcomeOf(score),
    coverage: 1,
    provisionalShare: measurement.provisionalShare,
    staleCount: stale ? 1 : 0,
  };
}

/** The curve of a measure that can be scored at all; a fault in its standards is refused when they are set. */
function curveOfMeasure(measure: Measure): Curve | null {
  if (measure.standards === null || measure.kind === 'narrative') return null;
  const reading = curveOf(measure.standards, measure.direction);
  return reading.kind === 'curve' ? reading.curve : null;
}

const isDue = ({ dueFrom }: Measure, { at, calendar }: Window): boolean =>
  dueFrom === null || dueFrom <= localDateOf(at, calendar.zone);

function findScore(measure: Measure, curve: Curve, observations: Observation[], window: Window): Finding {
  if (measure.kind === 'milestones')
    return { ...scoreMilestones(measure, curve, observations, window), stale: false };
  const measurement = measurementOf(measure, observations, window.period, window.calendar);
  const fraction = measure.timeAggregation === 'sum' ? (window.activeFraction ?? 1) : 1;
  const score = measurement.value === null ? null : scoreOnCurve(curve, measurement.value, fraction);
  return { measurement, score, stale: false, notDue: measurement.value === null && !isDue(measure, window) };
}

/** The score of the last period before the window, while it is young enough. */
function carriedScore(
  measure: Measure,
  curve: Curve,
  observations: Observation[],
  window: Window,
): Finding | null {
  const earlier = standingObservations(measure, observations).filter(
    (one) => one.periodEnd < window.period.start,
  );
  const last = earlier.at(-1);
  if (last === undefined) return null;
  const age = daysBetween(last.periodEnd, localDateOf(window.at, window.calendar.zone));
  if (age > (measure.carryMaxAge ?? Number.POSITIVE_INFINITY)) return null;
  const period = { start: last.periodStart, end: last.periodEnd };
  const sameWindow = earlier.filter((one) => liesIn(one, period));
  return { ...findScore(measure, curve, sameWindow, { ...window, period }), stale: true };
}

function missing(measure: Measure, found: Finding, carry: () => Finding | null): MeasureScore {
  if (measure.missingPolicy === 'zero') {
    return { ...scored(measure, 0, found), state: 'missing', reason: 'no_observation' };
  }
  const carried = measure.missingPolicy === 'carry' ? carry() : null;
  if (carried?.score != null) return scored(measure, carried.score, carried);
  return unscored(measure, 'missing', 'no_observation', found.measurement);
}

export function scoreMeasure(measure: Measure, observations: Observation[], window: Window): MeasureScore {
  const fraction = window.activeFraction ?? 1;
  const plain = () => measurementOf(measure, observations, window.period, window.calendar);
  if (measure.waived) return unscored(measure, 'waived', null, plain());
  if (fraction <= 0) return unscored(measure, 'waived', 'not_applicable', plain());
  if (fraction < leastActiveFraction) return unscored(measure, 'unrated', 'insufficient_period', plain());
  if (measure.weight === 0) return unscored(measure, 'monitored', null, plain());
  const curve = curveOfMeasure(measure);
  if (curve === null) return unscored(measure, 'unrated', 'no_standard', plain());

  const found = findScore(measure, curve, observations, window);
  if (found.score !== null) return scored(measure, found.score, found);
  if (found.notDue) return unscored(measure, 'notDue', null, found.measurement);
  return missing(measure, found, () => carriedScore(measure, curve, observations, window));
}

// The score of one measure over a window. Missing, waived, not yet due and zero are four different things.
import type { Measure, Observation } from '../model/measure.ts';
import type { MeasureScore, NodeState, OutcomeReason } from '../model/score.ts';
import { daysIn } from '../time/days.ts';
import { daysBetween } from '../time/instant.ts';
import { type Activity, fractionActive } from './activity.ts';
import { type Curve, scoreOfLevel, scoreOfNumber } from './curve.ts';
import { type Fraction, one, roundScore, zero } from './fraction.ts';
import { curveOfMeasure, hasOwnCurves } from './measure-curve.ts';
import { type Measured, type Measurement, takeMeasurement } from './measurement.ts';
import { scoreMilestones } from './milestones.ts';
import { liesIn, standingObservations } from './observed.ts';
import { outcomeOf } from './outcome.ts';
import type { Window } from './window.ts';

/** What raters make of a measure that is an item they rate. */
export interface RatedMeasure {
  /** Unrounded; null when no group of raters is large enough to be shown. */
  score: Fraction | null;
  /** Those in the groups that are shown. */
  raterCount: number;
}

export interface MeasureEvidence {
  observations: readonly Observation[];
  rated?: RatedMeasure | undefined;
}

interface Finding {
  measurement: Measurement;
  score: Fraction | null;
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

export interface ExactMeasureScore {
  score: MeasureScore;
  /** Null without a score. */
  exact: Fraction | null;
}

const without = (score: MeasureScore): ExactMeasureScore => ({ score, exact: null });

function scored(measure: Measure, exact: Fraction, { measurement, stale }: Finding): ExactMeasureScore {
  const rounded = roundScore(exact);
  const score: MeasureScore = {
    ...unscored(measure, 'scored', null, measurement),
    score: rounded,
    outcome: outcomeOf(rounded),
    coverage: 1,
    provisionalShare: measurement.provisionalShare,
    staleCount: stale ? 1 : 0,
  };
  return { score, exact };
}

const isDue = ({ dueFrom, effectiveFrom }: Measure, { today }: Window): boolean =>
  [dueFrom, effectiveFrom].every((day) => !day || day <= today);

function onCurve(
  measure: Measure,
  curve: Curve | null,
  { measurement, exact }: Measured,
  activity: Activity,
): Fraction | null {
  if (curve === null || measurement.value === null) return null;
  if (curve.kind === 'levels') return scoreOfLevel(curve.levels, measurement.value);
  const scale = measure.timeAggregation === 'sum' ? fractionActive(activity) : one;
  return exact && scoreOfNumber(curve, exact, scale);
}

function findScore(
  measure: Measure,
  curve: Curve | null,
  observations: readonly Observation[],
  window: Window,
): Finding {
  if (measure.kind === 'milestones') {
    const common = curve?.kind === 'levels' ? null : curve;
    return { ...scoreMilestones(measure, common, observations, window), stale: false };
  }
  const taken = takeMeasurement(measure, observations, window);
  const { measurement } = taken;
  const score = onCurve(measure, curve, taken, window.activity);
  return { measurement, score, stale: false, notDue: measurement.value === null && !isDue(measure, window) };
}

/** The score of the last period before the segment, while it is young enough: on the last day of the period at the latest. */
function carriedScore(
  measure: Measure,
  curve: Curve | null,
  observations: readonly Observation[],
  window: Window,
): Finding | null {
  const earlier = standingObservations(measure, observations).filter(
    ({ periodEnd }) => periodEnd < window.segment.start,
  );
  const last = earlier.at(-1);
  if (last === undefined) return null;
  const [until] = [window.today, window.period.end].sort();
  if (
    until !== undefined &&
    daysBetween(last.periodEnd, until) > (measure.carryMaxAge ?? Number.POSITIVE_INFINITY)
  )
    return null;
  const period = { start: last.periodStart, end: last.periodEnd };
  // An additive value is held against the standards of as much time as it took.
  const of = daysIn(window.period);
  const activity: Activity = { days: Math.min(daysIn(period), of), of, standing: 'rated' };
  const then = { ...window, period, segment: period, activity };
  const sameTime = earlier.filter((observation) => liesIn(observation, period));
  return { ...findScore(measure, curve, sameTime, then), stale: true };
}

function missing(measure: Measure, found: Finding, carry: () => Finding | null): ExactMeasureScore {
  if (measure.missingPolicy === 'zero') {
    const { score, exact } = scored(measure, zero, found);
    return { score: { ...score, state: 'missing', reason: 'no_observation' }, exact };
  }
  const carried = measure.missingPolicy === 'carry' ? carry() : null;
  if (carried?.score) return scored(measure, carried.score, carried);
  return without(unscored(measure, 'missing', 'no_observation', found.measurement));
}

/** Null: the measure can be scored. */
function whyNotScored(
  measure: Measure,
  { activity }: Window,
): { state: NodeState; reason: OutcomeReason | null } | null {
  if (measure.waived) return { state: 'waived', reason: null };
  if (activity.standing === 'not_applicable' || activity.days <= 0)
    return { state: 'waived', reason: 'not_applicable' };
  if (activity.standing === 'insufficient_period') return { state: 'unrated', reason: 'insufficient_period' };
  return measure.weight === 0 ? { state: 'monitored', reason: null } : null;
}

/** Without a group that may be shown it is as if nobody had rated: one rater must not be told from none. */
function ratedScore(measure: Measure, rated: RatedMeasure | undefined): ExactMeasureScore | null {
  if (!rated?.score) return null;
  const { score, raterCount } = rated;
  const measurement = { value: null, observationCount: raterCount, provisionalShare: 0 };
  return scored(measure, score, { measurement, score, stale: false, notDue: false });
}

export function scoreMeasure(
  measure: Measure,
  { observations, rated }: MeasureEvidence,
  window: Window,
): ExactMeasureScore {
  const plain = () => takeMeasurement(measure, observations, window).measurement;
  const why = whyNotScored(measure, window);
  if (why) return without(unscored(measure, why.state, why.reason, plain()));
  const byRaters = ratedScore(measure, rated);
  if (byRaters) return byRaters;
  const curve = curveOfMeasure(measure);
  if (curve === null && !hasOwnCurves(measure))
    return without(unscored(measure, 'unrated', 'no_standard', plain()));

  const found = findScore(measure, curve, observations, window);
  if (found.score) return scored(measure, found.score, found);
  if (found.notDue) return without(unscored(measure, 'notDue', null, found.measurement));
  return missing(measure, found, () => carriedScore(measure, curve, observations, window));
}

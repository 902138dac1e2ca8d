// The score of a measure that is a list of milestones: each on the curve of its days late, weighed together.
// An observation whose value is the milestone's id says that it was reached on the last day of its period.
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate } from '../model/time.ts';
import { type Curve, scoreOfNumber } from './curve.ts';
import { curveOf } from './curve-of.ts';
import { type Fraction, fractionOf, over, sumOf, times } from './fraction.ts';
import { type Measurement, provisionalShareOf } from './measurement.ts';
import { daysLate, standingObservations } from './observed.ts';
import type { Window } from './window.ts';

type Milestone = NonNullable<Measure['milestones']>[number];

interface MilestonesScore {
  /** How many milestones were reached. */
  measurement: Measurement;
  score: Fraction | null;
  /** None is reached, and none is due yet. */
  notDue: boolean;
}

const reachedOn = (milestone: Milestone, reached: Observation[]): LocalDate | null =>
  reached.find((one) => one.value === milestone.id)?.periodEnd ?? null;

type NumberCurve = Exclude<Curve, { kind: 'levels' }>;

function curveOfMilestone({ standards }: Milestone, common: NumberCurve | null): NumberCurve | null {
  if (standards === undefined) return common;
  const reading = curveOf(standards, 'milestone');
  return reading.kind === 'curve' && reading.curve.kind !== 'levels' ? reading.curve : null;
}

/** What is due and reached after the period is of another one. */
const isOf = ({ due }: Milestone, day: LocalDate | null, { end }: Window['period']): boolean =>
  due <= end || (day !== null && day <= end);

/** `common` is the lateness curve of the milestones that have none of their own. */
export function scoreMilestones(
  measure: Measure,
  common: NumberCurve | null,
  observations: readonly Observation[],
  { period, today, calendar }: Window,
): MilestonesScore {
  const milestones = (measure.milestones ?? []).filter(({ weight }) => weight > 0);
  const reached = standingObservations(measure, observations);

  const counted = milestones.flatMap((milestone) => {
    const day = reachedOn(milestone, reached);
    const curve = curveOfMilestone(milestone, common);
    if (curve === null || !isOf(milestone, day, period)) return [];
    if (day === null && today <= milestone.due) return [];
    const late = fractionOf(daysLate(milestone.due, day ?? today, calendar));
    const score = scoreOfNumber(curve, late);
    return [{ id: milestone.id, weight: fractionOf(milestone.weight), score, done: day !== null }];
  });
  const used = reached.filter((one) => counted.some(({ id }) => id === one.value));
  const measurement = {
    value: counted.filter((one) => one.done).length,
    observationCount: used.length,
    provisionalShare: provisionalShareOf(used),
  };
  if (counted.length === 0) return { measurement, score: null, notDue: milestones.length > 0 };
  const sum = sumOf(counted.map(({ weight, score }) => times(weight, score)));
  return { measurement, score: over(sum, sumOf(counted.map(({ weight }) => weight))), notDue: false };
}

// The score of a measure that is a list of milestones: each on the curve of its days late, weighed together.
// An observation whose value is the milestone's id says that it was reached on the last day of its period.
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate } from '../model/time.ts';
import { localDateOf } from '../time/instant.ts';
import { type Curve, exactScoreOnCurve } from './curve.ts';
import { Decimal, roundScore, sumOf } from './decimal.ts';
import { daysLate, type Measurement, standingObservations } from './measurement.ts';
import type { Window } from './window.ts';

type Milestone = NonNullable<Measure['milestones']>[number];

interface MilestonesScore {
  /** How many milestones were reached. */
  measurement: Measurement;
  score: number | null;
  /** None is reached, and none is due yet. */
  notDue: boolean;
}

function reachedOn(milestone: Milestone, reached: Observation[]): LocalDate | null {
  return reached.find((one) => one.value === milestone.id)?.periodEnd ?? null;
}

export function scoreMilestones(
  measure: Measure,
  curve: Curve,
  observations: Observation[],
  { period, at, calendar }: Window,
): MilestonesScore {
  const today = localDateOf(at, calendar.zone);
  const milestones = (measure.milestones ?? []).filter(({ weight }) => weight > 0);
  const reached = standingObservations(measure, observations).filter((one) => one.periodEnd <= period.end);

  const counted = milestones.flatMap((milestone) => {
    const day = reachedOn(milestone, reached);
    if (day === null && today <= milestone.due) return [];
    const score = exactScoreOnCurve(curve, daysLate(milestone.due, day ?? today, calendar));
    return score === null ? [] : [{ weight: new Decimal(milestone.weight), score, done: day !== null }];
  });
  const done = counted.filter((one) => one.done).length;
  const used = reached.filter((one) => milestones.some(({ id }) => id === one.value));
  const provisional = used.filter((one) => one.status === 'provisional').length;
  const measurement = {
    value: done,
    observationCount: used.length,
    provisionalShare: used.length === 0 ? 0 : new Decimal(provisional).div(used.length).toNumber(),
  };
  if (counted.length === 0) return { measurement, score: null, notDue: milestones.length > 0 };
  const sum = sumOf(counted.map(({ weight, score }) => weight.times(score)));
  const score = roundScore(sum.div(sumOf(counted.map(({ weight }) => weight))));
  return { measurement, score, notDue: false };
}

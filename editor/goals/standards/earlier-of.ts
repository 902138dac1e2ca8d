// What a measure came to before, to stand behind its curve.
import {
  type LocalDate,
  type Measure,
  type Observation,
  type Period,
  reachedOver,
} from '../../../engine/index.ts';

export interface Earlier {
  /** The last day that it says something of. */
  until: LocalDate;
  value: number;
}

const HOW_MANY = 5;

/** What the period has come to so far and those before it came to, the newest last. */
export function earlierOf(measure: Measure, observations: readonly Observation[], period: Period): Earlier[] {
  const lastDayIn = ({ start, end }: Period): LocalDate | undefined =>
    observations
      .filter((one) => one.measureId === measure.id && start <= one.periodStart && one.periodEnd <= end)
      .map(({ periodEnd }) => periodEnd)
      .sort()
      .at(-1);
  return reachedOver(measure, observations, period, HOW_MANY)
    .map(({ period: over, value }) => ({ until: lastDayIn(over) ?? over.end, value }))
    .toReversed();
}

// Whether what has first and last days, such as a measure, is in force on some day of a period.
import type { Measure, Observation } from '../model/measure.ts';
import type { Period } from '../model/time.ts';

/** None: from the start, or to the end. */
type Days = Pick<Measure, 'effectiveFrom' | 'effectiveTo'>;

export const isInForceIn = ({ effectiveFrom, effectiveTo }: Days, { start, end }: Period): boolean =>
  (!effectiveFrom || effectiveFrom <= end) && (!effectiveTo || start <= effectiveTo);

/** What was observed while a measure was not in force says nothing of it. */
export const isObservedIn = (days: Days, { periodStart, periodEnd }: Observation): boolean =>
  isInForceIn(days, { start: periodStart, end: periodEnd });

/** Known of the period alone: what is in force at an end of it may be so beyond. */
const openAtEnds = ({ start, end }: Period, period: Period): Days => ({
  effectiveFrom: start === period.start ? null : start,
  effectiveTo: end === period.end ? null : end,
});

/** What is from before the period stays: measures that carry their last score rest on it. */
export const whileInForce = (
  observations: readonly Observation[],
  period: Period,
  inForceOf: (observation: Observation) => Period | undefined,
): Observation[] =>
  observations.filter((observation) => {
    const inForce = inForceOf(observation);
    return (
      !inForce ||
      observation.periodEnd < period.start ||
      isObservedIn(openAtEnds(inForce, period), observation)
    );
  });

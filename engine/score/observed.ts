// Which observations of a measure count over a window, and what each says as a number in the measure's own terms:
// money in its currency, durations in seconds, dates in days late.
import type { Calendar } from '../model/calendar.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate, Period } from '../model/time.ts';
import { daysIn } from '../time/days.ts';
import { workingDaysBetween } from '../time/working-days.ts';
import { overlapOf } from './activity.ts';
import { convert } from './amount.ts';
import { secondsOf } from './duration.ts';
import { type Fraction, fractionOf, one, ratioOf } from './fraction.ts';
import { isObservedIn } from './in-force.ts';
import type { Measuring } from './window.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Without the Z a whole second sorts before its own fractions. */
const instantKey = (observation: Observation): string => observation.at.replace('Z', '');

/** What it corrects, and what that corrected in turn. */
function correctedBy(one: Observation, byId: ReadonlyMap<string, Observation>): Observation[] {
  const found = new Set<Observation>();
  for (let next = one; next.supersedes !== null; ) {
    const before = byId.get(next.supersedes);
    if (!before || found.has(before) || before.status === 'void') break;
    found.add(before);
    next = before;
  }
  return [...found];
}

/**
 * Those that are neither void nor corrected. A correction that was voided corrects nothing; one of what was verified is
 * proposed until it is verified itself, and until then the value that was verified stands.
 */
export function inForce(observations: readonly Observation[]): Observation[] {
  const live = observations.filter((one) => one.status !== 'void');
  const byId = new Map(observations.map((one) => [one.id, one]));
  const isProposed = (one: Observation): boolean =>
    one.status === 'provisional' && correctedBy(one, byId).some(({ status }) => status === 'verified');
  const standing = live.filter((one) => !isProposed(one));
  const corrected = new Set(standing.flatMap((one) => correctedBy(one, byId)));
  return standing.filter((one) => !corrected.has(one));
}

const countsFor = (measure: Measure, { measureId }: Observation): boolean =>
  measureId === measure.id || (measure.valueFrom?.includes(measureId) ?? false);

/** The observations that a measure is reckoned from and that still stand, oldest period first. */
export const standingObservations = (measure: Measure, observations: readonly Observation[]): Observation[] =>
  inForce(observations.filter((one) => countsFor(measure, one)))
    .filter((one) => isObservedIn(measure, one))
    .sort(
      (a, b) =>
        compareText(a.periodEnd, b.periodEnd) ||
        compareText(instantKey(a), instantKey(b)) ||
        compareText(a.id, b.id),
    );

export const liesIn = (observation: Observation, window: Period): boolean =>
  window.start <= observation.periodStart && observation.periodEnd <= window.end;

export interface Counted {
  observation: Observation;
  /** The part of an additive value that falls into the segment. */
  share: Fraction;
}

/** A value over a longer time than the segment holds for all of it; one that adds up does so by its days. */
function shareIn(observation: Observation, segment: Period, additive: boolean): Fraction | null {
  const period = { start: observation.periodStart, end: observation.periodEnd };
  const overlap = overlapOf(period, segment);
  if (overlap === null) return null;
  return additive ? ratioOf(daysIn(overlap), daysIn(period)) : one;
}

export function countedIn(
  measure: Measure,
  standing: readonly Observation[],
  { period, segment }: Pick<Measuring, 'period' | 'segment'>,
): Counted[] {
  const inPeriod = standing.filter((observation) => liesIn(observation, period));
  // The final value of a measure counts in every segment in which the measure was in force.
  if (segment === period || measure.timeAggregation === 'last')
    return inPeriod.map((observation) => ({ observation, share: one }));
  return inPeriod.flatMap((observation) => {
    const share = shareIn(observation, segment, measure.timeAggregation === 'sum');
    return share ? [{ observation, share }] : [];
  });
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

export const daysLate = (due: LocalDate, done: LocalDate, calendar: Calendar): number =>
  workingDaysBetween(due, done, calendar);

/** A date counts as its days late against the day that the measure is due. */
function fromDate(measure: Measure, text: string, calendar: Calendar): Fraction | null {
  if (measure.kind !== 'date' || measure.dueFrom === null || !isDate(text)) return null;
  return fractionOf(daysLate(measure.dueFrom, text, calendar));
}

/** Null: the observation says nothing that this measure could reckon with. */
export function numberIn(measure: Measure, observation: Observation, window: Measuring): Fraction | null {
  const { value, currency } = observation;
  if (value === null || typeof value === 'boolean') return null;
  if (measure.kind === 'duration') return secondsOf(value, measure.unit);
  if (typeof value === 'string') return fromDate(measure, value, window.calendar);
  if (!Number.isFinite(value)) return null;
  const amount = fractionOf(value);
  return currency ? convert(amount, { from: currency, to: measure.unit }, window.rates) : amount;
}

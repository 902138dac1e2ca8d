// A measurement: the observations of a window, aggregated over time before anything is scored.
// Void and corrected observations are ignored; a ratio over a denominator of 0 is missing, not infinite.
import type { Calendar } from '../model/calendar.ts';
import { unreachable } from '../model/json.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate, Period } from '../model/time.ts';
import { workingDaysBetween } from '../time/working-days.ts';
import { Decimal, sumOf } from './decimal.ts';

export interface Measurement {
  value: number | string | boolean | null;
  observationCount: number;
  /** Share of the observations behind the value that are still provisional, 0..1. */
  provisionalShare: number;
}

/** The observations of one measure that still stand, oldest period first. */
export function standingObservations(measure: Measure, observations: Observation[]): Observation[] {
  const live = observations.filter((one) => one.measureId === measure.id && one.status !== 'void');
  const corrected = new Set(live.map((one) => one.supersedes));
  return live
    .filter((one) => !corrected.has(one.id))
    .sort(
      (a, b) =>
        compare(a.periodEnd, b.periodEnd) || compare(instantKey(a), instantKey(b)) || compare(a.id, b.id),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Without the Z a whole second sorts before its own fractions. */
const instantKey = (observation: Observation): string => observation.at.replace('Z', '');

export const liesIn = (observation: Observation, window: Period): boolean =>
  window.start <= observation.periodStart && observation.periodEnd <= window.end;

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A date counts as its days late against the day that the measure is due; other values as they are. */
function readValue(measure: Measure, value: Observation['value'], calendar: Calendar): Observation['value'] {
  if (measure.kind !== 'date' || typeof value !== 'string') return value;
  return measure.dueFrom !== null && isDate(value) ? daysLate(measure.dueFrom, value, calendar) : null;
}

export const daysLate = (due: LocalDate, done: LocalDate, calendar: Calendar): number =>
  workingDaysBetween(due, done, calendar);

const shareOf = (used: Observation[]): number =>
  used.length === 0
    ? 0
    : new Decimal(used.filter((one) => one.status === 'provisional').length).div(used.length).toNumber();

const none: Measurement = { value: null, observationCount: 0, provisionalShare: 0 };

function ratioOf(measure: Measure, standing: Observation[]): Measurement {
  const counted = standing.filter((one) => one.numerator !== null && one.denominator !== null);
  const numerator = sumOf(counted.map((one) => new Decimal(one.numerator ?? 0)));
  const denominator = sumOf(counted.map((one) => new Decimal(one.denominator ?? 0)));
  const percent = measure.kind === 'percent' && measure.unit.trim() === '%';
  const value = denominator.isZero()
    ? null
    : numerator
        .div(denominator)
        .times(percent ? 100 : 1)
        .toNumber();
  return { value, observationCount: counted.length, provisionalShare: shareOf(counted) };
}

interface Valued {
  observation: Observation;
  value: Decimal;
}

const oneOf = ({ observation, value }: Valued, observationCount: number): Measurement => ({
  value: value.toNumber(),
  observationCount,
  provisionalShare: shareOf([observation]),
});

/** How many stand behind a value; an observation that does not say counts as one. */
const weightOf = ({ observation }: Valued): Decimal => new Decimal(observation.n ?? 1);

function weightedMeanOf(valued: Valued[]): number | null {
  const total = sumOf(valued.map(weightOf));
  if (total.isZero()) return null;
  return sumOf(valued.map((one) => one.value.times(weightOf(one))))
    .div(total)
    .toNumber();
}

function numberOf(measure: Measure, valued: Valued[]): Measurement {
  const last = valued.at(-1);
  if (last === undefined) return none;
  const total = sumOf(valued.map(({ value }) => value));
  const all = (value: number | null): Measurement => ({
    value,
    observationCount: valued.length,
    provisionalShare: shareOf(valued.map(({ observation }) => observation)),
  });
  const best = (better: (a: Decimal, b: Decimal) => boolean): Measurement =>
    oneOf(
      valued.reduce((kept, one) => (better(one.value, kept.value) ? one : kept), last),
      valued.length,
    );
  switch (measure.timeAggregation) {
    case 'sum':
      return all(total.toNumber());
    case 'mean':
      return all(total.div(valued.length).toNumber());
    case 'weightedMean':
      return all(weightedMeanOf(valued));
    case 'min':
      return best((a, b) => a.lt(b));
    case 'max':
      return best((a, b) => a.gt(b));
    case 'last':
    case 'ratio':
      return oneOf(last, valued.length);
    default:
      return unreachable(measure.timeAggregation);
  }
}

/** Levels of a rubric, and yes or no, are never averaged: the last one counts. */
function levelOf(standing: Observation[]): Measurement {
  const valued = standing.filter((one) => one.value !== null);
  const last = valued.at(-1);
  if (last === undefined) return none;
  return { value: last.value, observationCount: valued.length, provisionalShare: shareOf([last]) };
}

const hasLevels = (measure: Measure): boolean =>
  measure.standards?.kind === 'levels' || ['boolean', 'rubric', 'narrative'].includes(measure.kind);

export function measurementOf(
  measure: Measure,
  observations: Observation[],
  window: Period,
  calendar: Calendar,
): Measurement {
  const standing = standingObservations(measure, observations).filter((one) => liesIn(one, window));
  if (hasLevels(measure)) return levelOf(standing);
  if (measure.timeAggregation === 'ratio' && standing.some((one) => one.denominator !== null)) {
    return ratioOf(measure, standing);
  }
  const valued = standing.flatMap((observation) => {
    const value = readValue(measure, observation.value, calendar);
    return typeof value === 'number' ? [{ observation, value: new Decimal(value) }] : [];
  });
  // Values that are ratios already must not be averaged: only a single one says what the ratio is.
  if (measure.timeAggregation === 'ratio' && valued.length > 1)
    return { ...none, observationCount: valued.length };
  return numberOf(measure, valued);
}

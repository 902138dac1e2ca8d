// A measurement: the observations of a window, aggregated over time before anything is scored.
// A ratio is the sum of its numerators over that of its denominators; over a denominator of 0 it is missing.
import { unreachable } from '../model/json.ts';
import type { Measure, Observation } from '../model/measure.ts';
import { inUnit } from './duration.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  isZero,
  over,
  ratioOf,
  roundScore,
  sumOf,
  times,
  toNumber,
} from './fraction.ts';
import { type Counted, countedIn, numberIn, standingObservations } from './observed.ts';
import { perOf } from './per.ts';
import type { Measuring } from './window.ts';

export interface Measurement {
  /** In the measure's unit. */
  value: number | string | boolean | null;
  observationCount: number;
  /** Share of the observations behind the value that are still provisional, 0..1. */
  provisionalShare: number;
}

export interface Measured {
  measurement: Measurement;
  /** What a curve scores: seconds for a duration, days late for a date. Null for levels, and for no value. */
  exact: Fraction | null;
}

export const provisionalShareOf = (used: readonly Observation[]): number =>
  used.length === 0
    ? 0
    : roundScore(ratioOf(used.filter(({ status }) => status === 'provisional').length, used.length));

export const nothingMeasured: Measured = {
  measurement: { value: null, observationCount: 0, provisionalShare: 0 },
  exact: null,
};

function measured(
  measure: Measure,
  exact: Fraction | null,
  used: readonly Observation[],
  observationCount: number = used.length,
): Measured {
  const shown = (value: Fraction) =>
    measure.kind === 'duration' ? inUnit(value, measure.unit) : toNumber(value);
  const value = exact && shown(exact);
  return { exact, measurement: { value, observationCount, provisionalShare: provisionalShareOf(used) } };
}

function ratio(measure: Measure, counted: readonly Counted[]): Measured {
  const used = counted
    .map(({ observation }) => observation)
    .filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const numerator = sumOf(used.map((one) => fractionOf(one.numerator ?? 0)));
  const denominator = sumOf(used.map((one) => fractionOf(one.denominator ?? 0)));
  const value = isZero(denominator) ? null : times(over(numerator, denominator), fractionOf(perOf(measure)));
  return measured(measure, value, used);
}

interface Valued extends Counted {
  value: Fraction;
}

/** How many stand behind a value; an observation that does not say counts as one. */
const weightOf = ({ observation }: Valued): Fraction => fractionOf(observation.n ?? 1);

function weightedMean(valued: readonly Valued[]): Fraction | null {
  const total = sumOf(valued.map(weightOf));
  return isZero(total) ? null : over(sumOf(valued.map((one) => times(one.value, weightOf(one)))), total);
}

function aggregate(measure: Measure, valued: readonly Valued[]): Measured {
  const last = valued.at(-1);
  if (last === undefined) return nothingMeasured;
  const used = valued.map(({ observation }) => observation);
  const one = ({ value, observation }: Valued) => measured(measure, value, [observation], used.length);
  const best = (isBetter: (difference: number) => boolean): Measured =>
    one(valued.reduce((kept, next) => (isBetter(compare(next.value, kept.value)) ? next : kept), last));
  switch (measure.timeAggregation) {
    case 'sum':
      return measured(measure, sumOf(valued.map(({ value, share }) => times(value, share))), used);
    case 'mean':
      return measured(
        measure,
        over(sumOf(valued.map(({ value }) => value)), fractionOf(valued.length)),
        used,
      );
    case 'weightedMean':
      return measured(measure, weightedMean(valued), used);
    case 'min':
      return best((difference) => difference < 0);
    case 'max':
      return best((difference) => difference > 0);
    case 'last':
      return one(last);
    case 'ratio':
      // Values that are ratios already must not be averaged: only a single one says what the ratio is.
      return valued.length > 1 ? measured(measure, null, [], used.length) : one(last);
    default:
      return unreachable(measure.timeAggregation);
  }
}

/** Levels of a rubric, and yes or no, are never averaged: the last one counts. */
function level(standing: readonly Observation[]): Measured {
  const valued = standing.filter((one) => one.value !== null);
  const last = valued.at(-1);
  if (last === undefined) return nothingMeasured;
  const measurement = {
    value: last.value,
    observationCount: valued.length,
    provisionalShare: provisionalShareOf([last]),
  };
  return { exact: null, measurement };
}

export const hasLevels = (measure: Measure): boolean =>
  measure.standards?.kind === 'levels' || ['boolean', 'rubric', 'narrative'].includes(measure.kind);

export function takeMeasurement(
  measure: Measure,
  observations: readonly Observation[],
  window: Measuring,
): Measured {
  const standing = standingObservations(measure, observations);
  if (hasLevels(measure)) {
    const wholePeriod = { ...window, segment: window.period };
    return level(countedIn(measure, standing, wholePeriod).map(({ observation }) => observation));
  }
  const counted = countedIn(measure, standing, window);
  if (
    measure.timeAggregation === 'ratio' &&
    counted.some(({ observation }) => observation.denominator !== null)
  ) {
    return ratio(measure, counted);
  }
  const valued = counted.flatMap((one): Valued[] => {
    const value = numberIn(measure, one.observation, window);
    return value ? [{ ...one, value }] : [];
  });
  return aggregate(measure, valued);
}

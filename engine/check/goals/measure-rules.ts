// MEAS-01 to MEAS-04: what a measure has to say, whether its aggregation fits, and whether anybody observes it.

import { Temporal } from 'temporal-polyfill';
import { grouped } from '../../model/grouped.ts';
import type { Observation } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { daysOfSpan } from '../process/lengths.ts';
import { finding, type GoalView, groupBy, isScored, type MeasureRecord, type Placed } from './records.ts';
import { firstFound, wordsOf } from './words/find-words.ts';
import { countUnits, flowWords } from './words/units.ts';

type Rule = (view: GoalView, measure: Placed<MeasureRecord>) => Problem[];

const needsUnit = new Set(['number', 'currency', 'percent', 'duration']);

const daysOf = ({ periodStart, periodEnd }: Observation): number =>
  Temporal.PlainDate.from(periodStart).until(Temporal.PlainDate.from(periodEnd)).days + 1;

/** As it says, or as the middle one of its observations shows. */
export function frequencyDays({ observationsOf }: GoalView, measure: MeasureRecord): number | null {
  const said = measure.frequency ?? measure.cadence;
  if (said) return daysOfSpan(said);
  const spans = observationsOf(measure.id)
    .map(daysOf)
    .sort((a, b) => a - b);
  return spans[Math.floor(spans.length / 2)] ?? null;
}

const unknownFrequency = ({ title, frequency }: MeasureRecord): string =>
  frequency
    ? `“${title}” is observed “${frequency}”, which is no span. Write one such as P1M.`
    : `“${title}” does not say how often it is observed. Give a span such as P1M.`;

const complete: Rule = (view, { record, place }) => {
  const say = (key: string, message: string) => finding('MEAS-01', 'error', `${place}/${key}`, message);
  const name = `“${record.title}”`;
  const observations = view.observationsOf(record.id);
  const halves = observations.some(
    ({ numerator, denominator }) => numerator === null || denominator === null,
  );
  const isWatched = record.kind !== 'narrative' && record.kind !== 'milestones';
  return [
    ...(needsUnit.has(record.kind) && record.unit.trim() === ''
      ? [say('unit', `${name} has no unit. Say what is counted.`)]
      : []),
    ...(record.source.trim() === ''
      ? [say('source', `${name} has no source. Say where its values come from.`)]
      : []),
    ...(isWatched && frequencyDays(view, record) === null
      ? [say('frequency', unknownFrequency(record))]
      : []),
    ...(record.timeAggregation === 'ratio' && halves
      ? [
          say(
            'timeAggregation',
            `${name} is a ratio, and some observations lack a numerator or a denominator. Record both: ratios cannot be averaged.`,
          ),
        ]
      : []),
  ];
};

/** Values that climb and fall back again and again: a running total that is reset. */
function isSawTooth(observations: readonly Observation[]): boolean {
  const sorted = observations.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
  const values = sorted.map(({ value }) => value).filter((value) => typeof value === 'number');
  let rises = 0;
  let teeth = 0;
  let others = 0;
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before === undefined) continue;
    if (value >= before) rises += 1;
    else if (rises >= 2 && value < before * 0.6) {
      teeth += 1;
      rises = 0;
    } else others += 1;
  }
  return teeth >= 2 && others === 0;
}

const isCount = ({ kind, unit }: MeasureRecord): boolean =>
  kind === 'number' && firstFound(unit, countUnits) !== null && !/\b(per|rate|index)\b|%|\//i.test(unit);

const aggregated: Rule = (view, { record, place }) => {
  const say = (message: string) => [finding('MEAS-02', 'warning', `${place}/timeAggregation`, message)];
  const name = `“${record.title}”`;
  if (record.timeAggregation === 'sum' && record.kind === 'percent')
    return say(`${name} adds up percentages, which means nothing. Use a ratio, or a mean.`);
  if (record.timeAggregation === 'mean' && isCount(record))
    return say(`${name} is a count, and its mean is no total. Use a sum.`);
  if (
    record.timeAggregation === 'last' &&
    isCount(record) &&
    wordsOf(record.title).some((word) => flowWords.includes(word))
  )
    return say(`${name} counts what happens in a period, and its last value forgets the others. Use a sum.`);
  if (record.timeAggregation !== 'sum' && isSawTooth(view.observationsOf(record.id)))
    return say(
      `The values of ${name} climb and fall back: they are running totals. Record what each period adds, and use a sum.`,
    );
  return [];
};

const fresh: Rule = (view, { record, place }) => {
  const { today } = view.given;
  const days = frequencyDays(view, record);
  const last = view
    .observationsOf(record.id)
    .map(({ periodEnd }) => periodEnd)
    .sort()
    .at(-1);
  if (today === undefined || days === null || last === undefined) return [];
  const age = Temporal.PlainDate.from(last).until(Temporal.PlainDate.from(today)).days;
  if (age <= 2 * days) return [];
  return [
    finding(
      'MEAS-03',
      'warning',
      place,
      `“${record.title}” was last observed ${grouped(age)} days ago, and every ${grouped(Math.round(days))} days are expected. Record it, or drop it.`,
    ),
  ];
};

/** Amounts in two currencies, or times in two units, side by side as if they were one. */
function mixedUnits(measures: readonly Placed<MeasureRecord>[]): Problem[] {
  return ['currency', 'duration'].flatMap((kind) => {
    const own = measures.filter(({ record }) => record.kind === kind && record.unit.trim() !== '');
    const [first, ...others] = own;
    const other = others.find(({ record }) => record.unit.trim() !== first?.record.unit.trim());
    if (!first || !other) return [];
    const message = `“${first.record.title}” is in ${first.record.unit} and “${other.record.title}” in ${other.record.unit}. Use one unit for what is compared.`;
    return [finding('MEAS-04', 'warning', `${other.place}/unit`, message)];
  });
}

export function checkMeasures(view: GoalView): Problem[] {
  const measures = view.measures.filter(({ record }) => !record.waived);
  const scored = measures.filter(isScored);
  return [
    ...measures.flatMap((measure) => [complete, aggregated, fresh].flatMap((rule) => rule(view, measure))),
    ...[...groupBy(scored, ({ record }) => record.goalId).values()].flatMap(mixedUnits),
  ];
}

// Conversion functions (DMN 10.3.4.1).
import type { Decimal } from 'decimal.js';
import { type Run, refuse } from '../compile/run.ts';
import { monthsBetween } from '../temporal/months-between.ts';
import {
  monthsDuration,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  plainDate,
  plainTime,
} from '../temporal/parse-calendar.ts';
import { offsetZone } from '../temporal/zones.ts';
import * as types from '../types/feel-type.ts';
import type { Feel, FeelDaysDuration } from '../value/feel.ts';
import { doubleOf, finite, numberOf } from '../value/number.ts';
import { boundedText, show } from '../value/show.ts';
import { define, form } from './define.ts';
import { anything, dateTime, day, daysDuration, kinds, number, optional, text } from './parameters.ts';
import { parseRange } from './range-text.ts';

const orRefuse = (run: Run, value: Feel, given: string, wanted: string): Feel =>
  value ?? refuse(run, `"${given.slice(0, 40)}" is no ${wanted}.`);

function parseNumber(run: Run, from: string, grouping: string | null, decimal: string | null): Feel {
  const separators = grouping !== null || decimal !== null;
  if (separators && !areSeparators(grouping, decimal)) {
    return refuse(run, 'Thousands are grouped by a space, comma or point, decimals by a comma or point.');
  }
  const plain = grouping === null ? from : from.replaceAll(grouping, '');
  const digits = decimal === ',' ? plain.replace(',', '.') : plain;
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return orRefuse(run, null, from, 'number');
  return finite(numberOf(digits).toSignificantDigits(34));
}

const areSeparators = (grouping: string | null, decimal: string | null): boolean =>
  (grouping === null || [' ', ',', '.'].includes(grouping)) &&
  (decimal === null || [',', '.'].includes(decimal)) &&
  grouping !== decimal;

function makeDate(run: Run, year: Decimal, month: Decimal, dayOfMonth: Decimal): Feel {
  const date = plainDate(doubleOf(year), doubleOf(month), doubleOf(dayOfMonth));
  return date ? { kind: 'date', date } : refuse(run, 'There is no such day.');
}

type Clock = [hour: Decimal, minute: Decimal, second: Decimal, offset: FeelDaysDuration | null];

function makeTime(run: Run, ...[hour, minute, second, offset]: Clock): Feel {
  const fraction = second.minus(second.trunc()).toFixed().slice(2);
  const time = plainTime([doubleOf(hour), doubleOf(minute), doubleOf(second.trunc())], fraction);
  const zone = offset === null ? null : offsetZone(doubleOf(offset.seconds));
  if (time === null || zone === undefined) return refuse(run, 'There is no such time.');
  return { kind: 'time', time, zone };
}

const fromText = text('from');

export const conversionFunctions = [
  define(
    'number',
    form([fromText], types.number, (run, from) => parseNumber(run, from, null, null)),
    form(
      [fromText, optional(text('grouping separator')), optional(text('decimal separator'))],
      types.number,
      parseNumber,
    ),
  ),
  define(
    'string',
    form([anything('from')], types.text, (run, from) =>
      from === null ? null : boundedText(show(from, run.budget), run.budget),
    ),
  ),
  define(
    'date',
    form([fromText], types.date, (run, from) => orRefuse(run, parseDate(from), from, 'date')),
    form([day('from')], types.date, (_, from) =>
      from.kind === 'date' ? from : { kind: 'date', date: from.local.toPlainDate() },
    ),
    form([number('year'), number('month'), number('day')], types.date, makeDate),
  ),
  define(
    'date and time',
    form([fromText], types.dateTime, (run, from) =>
      orRefuse(run, parseDateTime(from), from, 'date and time'),
    ),
    form([dateTime('from')], types.dateTime, (_, from) => from),
    form([day('date'), kinds('time', 'time')], types.dateTime, (_, date, { time, zone }) => {
      const on = date.kind === 'date' ? date.date : date.local.toPlainDate();
      return { kind: 'date and time', local: on.toPlainDateTime(time), zone };
    }),
  ),
  define(
    'time',
    form([fromText], types.time, (run, from) => orRefuse(run, parseTime(from), from, 'time')),
    form([kinds('from', 'time')], types.time, (_, from) => from),
    form([dateTime('from')], types.time, (_, { local, zone }) => ({
      kind: 'time',
      time: local.toPlainTime(),
      zone,
    })),
    form(
      [number('hour'), number('minute'), number('second'), optional(daysDuration('offset'))],
      types.time,
      makeTime,
    ),
  ),
  define(
    'duration',
    form([fromText], types.any, (run, from) => orRefuse(run, parseDuration(from), from, 'duration')),
    form(
      [kinds('from', 'days and time duration', 'years and months duration')],
      types.any,
      (_, from) => from,
    ),
  ),
  define(
    'years and months duration',
    form([day('from'), day('to')], types.monthsDuration, (_, from, to) =>
      monthsDuration(monthsBetween(from, to)),
    ),
  ),
  define(
    'range',
    form([fromText], types.rangeOf(types.any), (run, from) =>
      orRefuse(run, parseRange(from, run.budget), from, 'range'),
    ),
  ),
];

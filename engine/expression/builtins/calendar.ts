// Functions over dates (DMN 10.3.4.6 and 10.3.4.8).
import type { Temporal } from 'temporal-polyfill';
import type { Run } from '../compile/run.ts';
import { sameZone } from '../temporal/zones.ts';
import type { FeelType } from '../types/feel-type.ts';
import * as types from '../types/feel-type.ts';
import { equals } from '../value/compare.ts';
import type { Feel } from '../value/feel.ts';
import { isObject, kindOf } from '../value/kinds.ts';
import { numberOf } from '../value/number.ts';
import { define, form } from './define.ts';
import { anything, day } from './parameters.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ofDay = (
  name: string,
  result: FeelType,
  read: (date: Temporal.PlainDate | Temporal.PlainDateTime) => Feel,
) =>
  define(
    name,
    form([day('date')], result, (_, date) => read(date.kind === 'date' ? date.date : date.local)),
  );

/** The same value of the same kind, and for times the same zone: 12:00Z is not 13:00+01:00. */
function isSame(run: Run, a: Feel, b: Feel): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  if (isObject(a) && isObject(b) && 'zone' in a && 'zone' in b && !sameZone(a.zone, b.zone)) return false;
  return equals(a, b, run.budget) === true;
}

export const calendarFunctions = [
  ofDay('day of year', types.number, (date) => numberOf(date.dayOfYear)),
  ofDay('day of week', types.text, (date) => weekdays[date.dayOfWeek - 1] ?? null),
  ofDay('month of year', types.text, (date) => months[date.month - 1] ?? null),
  ofDay('week of year', types.number, (date) =>
    date.weekOfYear === undefined ? null : numberOf(date.weekOfYear),
  ),
  define('is', form([anything('value1'), anything('value2')], types.boolean, isSame)),
];

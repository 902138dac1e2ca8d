// How long spans last in days, roughly: for rules of thumb on the length of phases, never for a date.
import { readSpan } from '../../time/span.ts';

const daysOf: Record<string, number> = { Y: 365, M: 30.4, W: 7, D: 1 };
const hoursOf: Record<string, number> = { H: 1, M: 1 / 60, S: 1 / 3600 };

function sumOf(text: string, units: Record<string, number>): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
}

/** Calendar days; five working days are seven. Null when it is no span but an expression. */
export function daysOfSpan(span: string): number | null {
  const read = readSpan(span);
  if (read === null) return null;
  if (read.kind === 'workingDays') return (read.count * 7) / 5;
  const [dates = '', times = ''] = read.text.replace(/^[+-]?P/, '').split('T');
  const days = sumOf(dates, daysOf) + sumOf(times, hoursOf) / 24;
  return read.text.startsWith('-') ? -days : days;
}

/** A wait for the end of the period is as long as one usually is: a year. */
export function daysOfDelay(delay: string): number | null {
  const days = daysOfSpan(delay);
  if (days !== null) return days;
  return /\bperiod\.end\b/.test(delay) ? 365 : null;
}

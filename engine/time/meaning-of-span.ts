// A span as its length, apart from how it is written: P1W is P7D, PT60M is PT1H and P12M is P1Y wherever and whenever they
// begin. A day is no number of hours, since clocks are changed, and a working day is one by a calendar.
import { Temporal } from 'temporal-polyfill';
import { readSpan } from './span.ts';

/** Null for text that is no span. */
export function meaningOfSpan(text: string): string | null {
  const span = readSpan(text);
  if (span === null) return null;
  if (span.kind === 'workingDays') return `${span.count} working days`;
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = Temporal.Duration.from(
    span.text,
  );
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return `${years * 12 + months} months, ${weeks * 7 + days} days, ${time} ms`;
}

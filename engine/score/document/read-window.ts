// The window of a document, and where its stretches end. `start` and `end` are the first and the last day.
// What runs from … to … is half-open like a plan version: `to` is the day after. People write the last day all the
// same, so the last day of a month or of the window, on which nothing else begins, is taken for what it is.
import type { Problem } from '../../model/problem.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import type { ScoreDocument } from './document-schema.ts';
import { fault } from './faults.ts';

const isFirstOfMonth = (day: LocalDate): boolean => day.endsWith('-01');
const isLastOfMonth = (day: LocalDate): boolean => isFirstOfMonth(addDays(day, 1));

export function lastDayBefore(
  to: LocalDate,
  { starts, window }: { starts: ReadonlySet<LocalDate>; window: Period },
): LocalDate {
  const named = isLastOfMonth(to) || to === window.end || starts.has(addDays(to, 1));
  return named && !starts.has(to) ? to : addDays(to, -1);
}

export type WindowReading = { window: Period; problem?: undefined } | { problem: Problem };

type Ends = Partial<Record<'start' | 'end' | 'from' | 'to', LocalDate | null>>;

/** What runs from one first of a month to another ends on the day before. */
export function readEnds(row: Ends): { start: LocalDate | null; end: LocalDate | null } {
  const start = row.start ?? row.from ?? null;
  const named = row.end ?? row.to ?? null;
  const isHalfOpen =
    !row.end && start !== null && named !== null && isFirstOfMonth(start) && isFirstOfMonth(named);
  return { start, end: isHalfOpen ? addDays(named, -1) : named };
}

export function readWindow(row: ScoreDocument['window']): WindowReading {
  const { start, end } = readEnds(row);
  if (!start || !end) {
    const key = start ? 'end' : 'start';
    const message = 'Say what is appraised: { "start": "2025-01-01", "end": "2025-12-31" }.';
    return { problem: fault('DOC-invalid', ['window', key], message) };
  }
  if (start <= end) return { window: { start, end } };
  const message = `The window ends on ${end}, before it starts on ${start}.`;
  return { problem: fault('DOC-invalid', ['window'], message) };
}

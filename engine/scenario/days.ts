// Instants beside what a scenario says of them: a day of the component's zone, or an instant to the millisecond.
import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/time.ts';
import { canonicalInstant, localDateOf } from '../time/instant.ts';

/** The instant in the form in which it was said: the wanted text itself when they are the same. */
export function shownDay(at: Instant, wanted: string | null, { zone }: Calendar): string {
  if (wanted === null || !wanted.includes('T')) return localDateOf(at, zone);
  return canonicalInstant(wanted) === canonicalInstant(at) ? wanted : at;
}

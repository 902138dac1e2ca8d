// When a digest is looked into: at seven in the morning by the person's own clock, on working weekdays or on Mondays.
import { addDays, atHour, localDateOf, startOfDay } from '../../engine/index.ts';

export type Every = 'daily' | 'weekly' | 'off';
export const isEvery = (text: string): text is Every => ['daily', 'weekly', 'off'].includes(text);

/** Monday is 1. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The next one after the instant; null when there is none. */
export function nextDigestAt(every: Every, zone: string, after: string): string | null {
  if (every === 'off') return null;
  const today = localDateOf(after, zone);
  const days = Array.from({ length: 9 }, (_, ahead) => addDays(today, ahead)).filter((day) =>
    every === 'weekly' ? weekdayOf(day) === 1 : weekdayOf(day) <= 5,
  );
  return days.map((day) => atHour(day, 7, zone)).find((instant) => instant > after) ?? null;
}

/** What is due before it belongs into the digest: to the end of the day of the next one, and of tomorrow at least. */
export function digestReach(every: Every, zone: string, at: string): string {
  const tomorrow = addDays(localDateOf(at, zone), 1);
  const next = nextDigestAt(every, zone, at);
  const last = [tomorrow, next === null ? tomorrow : localDateOf(next, zone)].sort()[1] ?? tomorrow;
  return startOfDay(addDays(last, 1), zone);
}

// When a delivery is tried again: later each time, at a random moment of the span so that receivers which come
// back are not hit by all of them at once, and never before the receiver said.
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The longest wait after the first failure, the second …; after the last one the delivery is dead. */
export const retrySpans: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  DAY,
];

/** What the receiver asks for in seconds or as a date; null when it asks for nothing that can be read. */
export function readRetryAfter(header: string | undefined, at: string): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.parse(at);
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), DAY) : null;
}

/** Milliseconds to wait after so many failed attempts; null: it is given up. */
export function retryWait(
  attempts: number,
  { random, retryAfter }: { random: () => number; retryAfter: number | null },
): number | null {
  const span = retrySpans[attempts - 1];
  if (span === undefined) return null;
  return Math.max(Math.ceil(random() * span), retryAfter ?? 0);
}

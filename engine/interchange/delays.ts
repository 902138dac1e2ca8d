// Delays: CSS2 times, as SCXML 6.2.4 asks for, and ISO 8601.

const units: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
const time = /^(\d*\.?\d+)\s*(ms|s|m|h|d)$/i;

/** An ISO 8601 duration of seconds; null when the text is no time. */
export function spanOfTime(text: string): string | null {
  const [, amount = '', unit = ''] = time.exec(text.trim()) ?? [];
  const seconds = Number(amount) * (units[unit.toLowerCase()] ?? Number.NaN);
  if (amount === '' || !(seconds >= 0) || seconds >= 1e9) return null;
  return `PT${Math.round(seconds * 1000) / 1000}S`;
}

const fixed = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Null for a span whose length depends on the calendar, and for one into the past. */
export function timeOfSpan(span: string): string | null {
  const found = fixed.exec(span.trim());
  if (!found) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return `${Math.round((((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds) * 1000) / 1000}s`;
}

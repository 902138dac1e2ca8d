// A span as text: an ISO 8601 duration (P10D, PT4H, -P2D) or working days (10bd, -3bd).
// Reading one never guesses: text that is neither is null.

export type Span = { kind: 'iso'; text: string } | { kind: 'workingDays'; count: number };

const digits = String.raw`\d{1,6}`;
const dateParts = String.raw`(\d{1,4}Y)?(${digits}M)?(${digits}W)?(${digits}D)?`;
const timeParts = String.raw`(T(?=\d)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,3})?S)?)?`;
const isoPattern = new RegExp(String.raw`^[+-]?P(?=\d|T\d)${dateParts}${timeParts}$`);
const workingDaysPattern = /^([+-]?\d{1,4})bd$/;

export function readSpan(text: string): Span | null {
  const trimmed = text.trim();
  const count = workingDaysPattern.exec(trimmed)?.[1];
  if (count !== undefined) return { kind: 'workingDays', count: Number(count) };
  return isoPattern.test(trimmed) ? { kind: 'iso', text: trimmed } : null;
}

export const isSpan = (text: string): boolean => readSpan(text) !== null;

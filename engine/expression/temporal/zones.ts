// Zones of times: an offset from UTC in seconds, or a name of the IANA time zone database.
import { Temporal } from 'temporal-polyfill';
import type { FeelZone } from '../value/feel.ts';

const maxOffset = 18 * 3600;

export const offsetZone = (seconds: number): FeelZone | undefined =>
  Math.abs(seconds) <= maxOffset ? { kind: 'offset', seconds } : undefined;

const offsetText = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Undefined when the text is no zone, null when there is none. */
export function parseZone(text: string): FeelZone | null | undefined {
  if (text === '') return null;
  if (text === 'Z' || text === 'z') return { kind: 'offset', seconds: 0 };
  if (text.startsWith('@')) return parseNamedZone(text.slice(1));
  const [, sign, hours, minutes, seconds = '0'] = offsetText.exec(text) ?? [];
  if (!sign || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return offsetZone(sign === '-' ? -size : size);
}

const epoch = Temporal.PlainDateTime.from('1970-01-01T00:00:00');

function parseNamedZone(id: string): FeelZone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(id)) return undefined;
  try {
    epoch.toZonedDateTime(id);
    return { kind: 'named', id };
  } catch {
    return undefined;
  }
}

/** Seconds that the zone's clocks are ahead of UTC when they show this. */
export function offsetAt(local: Temporal.PlainDateTime, zone: FeelZone): number {
  if (zone.kind === 'offset') return zone.seconds;
  return local.toZonedDateTime(zone.id).offsetNanoseconds / 1e9;
}

/** A time of day has no day of its own, so that a named zone is read as on the first of January 1970. */
export const offsetOfTime = (time: Temporal.PlainTime, zone: FeelZone): number =>
  zone.kind === 'offset' ? zone.seconds : offsetAt(epoch.withPlainTime(time), zone);

export const sameZone = (a: FeelZone | null, b: FeelZone | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.kind === 'offset' || b.kind === 'offset')
    return a.kind === 'offset' && b.kind === 'offset' && a.seconds === b.seconds;
  return a.id === b.id;
};

// What the names of the scope hold before they are FEEL: plain data, with days and instants among it.
import { Temporal } from 'temporal-polyfill';
import type { Json } from '../model/json.ts';
import type { LocalDate } from '../model/time.ts';
import { contextOver } from './value/context.ts';
import type { Feel, FeelDate, FeelDateTime } from './value/feel.ts';
import { numberOf } from './value/number.ts';

/** What a name of the scope holds: JSON, a date, a date and time, or a list or context of them. */
export type FeelValue = Json | FeelDate | FeelDateTime | FeelValue[] | { [key: string]: FeelValue };

export const feelDate = (date: LocalDate): FeelDate => ({
  kind: 'date',
  date: Temporal.PlainDate.from(date),
});

/** The instant as a date and time in the zone. `local` is its wall clock there, without an offset. */
export const feelDateTime = (local: string, zone: string): FeelDateTime => ({
  kind: 'date and time',
  local: Temporal.PlainDateTime.from(local),
  zone: { kind: 'named', id: zone },
});

/** No JSON holds a Temporal value, so that none passes for a date. */
const isCalendar = (value: object): value is FeelDate | FeelDateTime =>
  ('date' in value && value.date instanceof Temporal.PlainDate) ||
  ('local' in value && value.local instanceof Temporal.PlainDateTime);

export function asFeel(value: FeelValue): Feel {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? numberOf(value) : null;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(asFeel);
      return isCalendar(value) ? value : contextOver(value, asFeel);
    default:
      return value;
  }
}

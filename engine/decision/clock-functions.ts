// today() and now() of DMN (10.3.4.9), of an instant that the caller brings: nothing here reads a clock.
import { Temporal } from 'temporal-polyfill';
import type { FeelType } from '../expression/types/feel-type.ts';
import * as types from '../expression/types/feel-type.ts';
import type { Feel, FeelFunction } from '../expression/value/feel.ts';
import type { Instant } from '../model/time.ts';

/** When decisions are taken, and in which zone it is a day. */
export interface Moment {
  at: Instant;
  zone: string;
}

const returns = (result: FeelType): FeelType => ({ kind: 'function', parameters: [], result });

export const clockTypes: Readonly<Record<string, FeelType>> = {
  today: returns(types.date),
  now: returns(types.dateTime),
};

const giving = (value: Feel): FeelFunction => ({ kind: 'function', parameters: [], invoke: () => value });

export function clockFunctions({ at, zone }: Moment): ReadonlyMap<string, FeelFunction> {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const offset = { kind: 'offset', seconds: local.offsetNanoseconds / 1e9 } as const;
  return new Map([
    ['today', giving({ kind: 'date', date: local.toPlainDate() })],
    ['now', giving({ kind: 'date and time', local: local.toPlainDateTime(), zone: offset })],
  ]);
}

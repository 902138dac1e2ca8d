// Parameters of FEEL's functions: what they are called, and which values they take. A list of one item
// is taken for the item, and an item for a list of one (DMN 10.3.2.9.4).
import type { Decimal } from 'decimal.js';
import { startOf } from '../temporal/instants.ts';
import type { FeelType } from '../types/feel-type.ts';
import * as types from '../types/feel-type.ts';
import type { FeelContext } from '../value/context.ts';
import type {
  Feel,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelFunction,
  FeelObject,
} from '../value/feel.ts';
import { isList, isObject } from '../value/kinds.ts';
import { isNumber } from '../value/number.ts';

export interface Parameter<Value> {
  readonly name: string;
  readonly type: FeelType;
  readonly need: 'required' | 'optional' | 'rest';
  /** Undefined when the value does not fit. */
  readonly accept: (value: Feel) => Value | undefined;
}

const onlyItem = (value: Feel): Feel => (isList(value) && value.length === 1 ? (value[0] ?? null) : value);

const required = <Value>(
  name: string,
  type: FeelType,
  accept: (value: Feel) => Value | undefined,
): Parameter<Value> => ({ name, type, need: 'required', accept });

const ofItem = <Value>(accept: (value: Feel) => Value | undefined) => {
  return (value: Feel): Value | undefined => accept(isList(value) ? onlyItem(value) : value);
};

export const text = (name: string): Parameter<string> =>
  required(
    name,
    types.text,
    ofItem((value) => (typeof value === 'string' ? value : undefined)),
  );

export const number = (name: string): Parameter<Decimal> =>
  required(
    name,
    types.number,
    ofItem((value) => (isNumber(value) ? value : undefined)),
  );

export const boolean = (name: string): Parameter<boolean> =>
  required(
    name,
    types.boolean,
    ofItem((value) => (typeof value === 'boolean' ? value : undefined)),
  );

/** Takes null too. */
export const anything = (name: string): Parameter<Feel> => required(name, types.any, (value) => value);

export const list = (name: string, of: FeelType = types.any): Parameter<readonly Feel[]> =>
  required(name, types.listOf(of), (value) => {
    if (value === null) return undefined;
    return isList(value) ? value : [value];
  });

const object = <Value extends FeelObject>(
  name: string,
  type: FeelType,
  is: (value: FeelObject) => value is Value,
): Parameter<Value> =>
  required(
    name,
    type,
    ofItem((value) => (isObject(value) && is(value) ? value : undefined)),
  );

export const context = (name: string): Parameter<FeelContext> =>
  object(name, types.anyContext, (value) => value.kind === 'context');
export const fn = (name: string): Parameter<FeelFunction> =>
  object(name, types.anyFunction, (value) => value.kind === 'function');
export const daysDuration = (name: string): Parameter<FeelDaysDuration> =>
  object(name, types.daysDuration, (value) => value.kind === 'days and time duration');

/** A date, or the date of a date and time. */
export const day = (name: string): Parameter<FeelDate | FeelDateTime> =>
  object(name, types.date, (value) => value.kind === 'date' || value.kind === 'date and time');

/** A date stands for its midnight in UTC. */
export const dateTime = (name: string): Parameter<FeelDateTime> =>
  required(
    name,
    types.dateTime,
    ofItem((value) => {
      if (!isObject(value)) return undefined;
      if (value.kind === 'date') return startOf(value);
      return value.kind === 'date and time' ? value : undefined;
    }),
  );

/** Of these kinds and no others. */
export const kinds = <Kind extends FeelObject['kind']>(
  name: string,
  ...accepted: readonly Kind[]
): Parameter<Extract<FeelObject, { kind: Kind }>> =>
  object(name, types.any, (value): value is Extract<FeelObject, { kind: Kind }> =>
    accepted.some((kind) => kind === value.kind),
  );

/** Null counts as not given. */
export const optional = <Value>(parameter: Parameter<Value>): Parameter<Value | null> => ({
  ...parameter,
  need: 'optional',
  accept: (value) => (value === null ? null : parameter.accept(value)),
});

/** As many as are given, none included. */
export const rest = <Value>(parameter: Parameter<Value>): Parameter<readonly Value[]> => ({
  ...parameter,
  need: 'rest',
  accept: (value) => {
    const items: Value[] = [];
    for (const item of isList(value) ? value : [value]) {
      const accepted = parameter.accept(item);
      if (accepted === undefined) return undefined;
      items.push(accepted);
    }
    return items;
  },
});

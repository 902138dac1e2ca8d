// Values held against types, with the conversions of DMN 10.3.2.9.4: a list of one is that one, one is a
// list of it, a date is its midnight in UTC. Undefined when the value does not fit.
import { entriesOf, entryOf, makeContext } from '../../expression/value/context.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { isContext, isList, isObject, kindOf } from '../../expression/value/kinds.ts';
import { type Frame, runProgram } from '../run/frame.ts';
import type { TypeCheck } from './type-check.ts';

const passes = (value: Feel, { allowed }: TypeCheck, frame: Frame): boolean =>
  allowed.every(({ program }) => runProgram(program, frame, value) === true);

const utc = { kind: 'offset', seconds: 0 } as const;

function fitSimple(value: Feel, name: string): Feel | undefined {
  if (kindOf(value) === name) return value;
  const isDate = isObject(value) && value.kind === 'date';
  if (name !== 'date and time' || !isDate) return undefined;
  return { kind: 'date and time', local: value.date.toPlainDateTime(), zone: utc };
}

function fitList(value: Feel, of: TypeCheck, frame: Frame): Feel | undefined {
  if (!isList(value)) return undefined;
  const items: Feel[] = [];
  for (const item of value) {
    const fitted = adapt(item, of, frame);
    if (fitted === undefined) return undefined;
    items.push(fitted);
  }
  return items;
}

function fitContext(value: Feel, fields: ReadonlyMap<string, TypeCheck>, frame: Frame): Feel | undefined {
  if (!isContext(value)) return undefined;
  const entries = new Map(entriesOf(value));
  for (const [key, type] of fields) {
    const entry = entryOf(value, key);
    const fitted = entry === undefined ? undefined : adapt(entry, type, frame);
    if (fitted === undefined) return undefined;
    entries.set(key, fitted);
  }
  return makeContext(entries);
}

function fitShape(value: Feel, { shape }: TypeCheck, frame: Frame): Feel | undefined {
  switch (shape.kind) {
    case 'any':
      return value;
    case 'simple':
      return fitSimple(value, shape.name);
    case 'list':
      return fitList(value, shape.of, frame);
    case 'context':
      return fitContext(value, shape.fields, frame);
  }
}

/** As it is, without making a list of it or taking it out of one. Null is of every type. */
function adapt(value: Feel, type: TypeCheck, frame: Frame): Feel | undefined {
  if (value === null) return null;
  const fitted = fitShape(value, type, frame);
  return fitted !== undefined && passes(fitted, type, frame) ? fitted : undefined;
}

export function conform(value: Feel, type: TypeCheck, frame: Frame): Feel | undefined {
  const fitted = adapt(value, type, frame);
  if (fitted !== undefined) return fitted;
  if (type.shape.kind === 'list' && !isList(value)) return adapt([value], type, frame);
  if (type.shape.kind !== 'list' && isList(value) && value.length === 1)
    return adapt(value[0] ?? null, type, frame);
  return undefined;
}

/** Null, and a word about it, for a value that does not fit. */
export function conformOrNull(value: Feel, type: TypeCheck, frame: Frame, what: string): Feel {
  const fitted = conform(value, type, frame);
  if (fitted !== undefined) return fitted;
  const allowed = type.allowed.map(({ text }) => text).join(' and ');
  frame.run.report(`${what} does not fit ${type.name}${allowed ? ` (${allowed})` : ''}, so it is null.`);
  return null;
}

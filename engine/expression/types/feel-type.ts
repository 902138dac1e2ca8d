// The types of FEEL as far as they are known before an evaluation. Any value may be null, so that no type
// says that it is not; `any` is what is not known.
import type { Json } from '../../model/json.ts';
import type { FeelKind } from '../value/kinds.ts';
import { nounOf } from '../value/kinds.ts';

export type ScalarKind = Exclude<FeelKind, 'list' | 'context' | 'range' | 'function'>;

export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: ScalarKind }
  | { readonly kind: 'list'; readonly of: FeelType }
  | {
      readonly kind: 'context';
      readonly fields: Readonly<Record<string, FeelType>>;
      /** Whether it may have fields besides these. */
      readonly open: boolean;
    }
  | { readonly kind: 'range'; readonly of: FeelType }
  | { readonly kind: 'function'; readonly parameters: readonly string[] | null; readonly result: FeelType };

export const any: FeelType = { kind: 'any' };
export const nullType: FeelType = { kind: 'null' };
export const number: FeelType = { kind: 'number' };
export const text: FeelType = { kind: 'string' };
export const boolean: FeelType = { kind: 'boolean' };
export const date: FeelType = { kind: 'date' };
export const time: FeelType = { kind: 'time' };
export const dateTime: FeelType = { kind: 'date and time' };
export const daysDuration: FeelType = { kind: 'days and time duration' };
export const monthsDuration: FeelType = { kind: 'years and months duration' };
export const listOf = (of: FeelType): FeelType => ({ kind: 'list', of });
export const rangeOf = (of: FeelType): FeelType => ({ kind: 'range', of });
export const contextOf = (fields: Record<string, FeelType>, open = false): FeelType => ({
  kind: 'context',
  fields,
  open,
});
export const anyContext: FeelType = contextOf({}, true);
export const anyFunction: FeelType = { kind: 'function', parameters: null, result: any };

/** Nothing is known of it that could be wrong. */
export const isOpen = (type: FeelType): boolean => type.kind === 'any' || type.kind === 'null';

/** What is both when it is not known which of the two it is. */
export function join(a: FeelType, b: FeelType): FeelType {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind !== b.kind) return any;
  if (a.kind === 'list' && b.kind === 'list') return listOf(join(a.of, b.of));
  if (a.kind === 'range' && b.kind === 'range') return rangeOf(join(a.of, b.of));
  if (a.kind === 'context' && b.kind === 'context') return joinContexts(a, b);
  return a.kind === 'function' ? anyFunction : a;
}

type ContextType = Extract<FeelType, { kind: 'context' }>;

function joinContexts(a: ContextType, b: ContextType): FeelType {
  const shared = Object.entries(a.fields).filter(([name]) => Object.hasOwn(b.fields, name));
  const fields = shared.map(([name, type]): [string, FeelType] => [name, join(type, b.fields[name] ?? any)]);
  const same =
    Object.keys(a.fields).length === fields.length && Object.keys(b.fields).length === fields.length;
  return { kind: 'context', fields: Object.fromEntries(fields), open: a.open || b.open || !same };
}

export const joinAll = (types: readonly FeelType[]): FeelType => types.reduce(join, nullType);

/** A variable has the type of its start value; what a list or context will hold later is not known. */
export function typeOfJson(json: Json): FeelType {
  switch (typeof json) {
    case 'number':
      return number;
    case 'string':
      return text;
    case 'boolean':
      return boolean;
    default:
      if (json === null) return any;
      return Array.isArray(json) ? listOf(any) : anyContext;
  }
}

export const describeKind = (kind: FeelType['kind']): string => (kind === 'any' ? 'anything' : nounOf(kind));

/** The type in a sentence: "a number", "a list". */
export const describeType = ({ kind }: FeelType): string => describeKind(kind);

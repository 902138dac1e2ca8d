// A named type as its form shows it: what it is made of, and its allowed values as plain texts where they are that.
import { builtInTypes, type Cycle, type DecisionType, splitTests } from '../../../engine/index.ts';
import { patched } from '../../document/stage-tree.ts';
import { t } from '../../language/index.ts';
import { quoted } from '../column-facts.ts';

/** Stands for a structure among the names of types; no type can be called so. */
export const structure = '{}';

/** The built-in type of anything. */
const [anything] = builtInTypes;

export const madeOf = ({ type, fields }: DecisionType): string => (fields ? structure : (type ?? anything));

const firstField = { value: { type: 'string' } };

export function madeAs(named: DecisionType, made: string): DecisionType {
  if (made === madeOf(named)) return named;
  return made === structure
    ? patched(named, { type: undefined, allowed: undefined, fields: firstField })
    : patched(named, { type: made, fields: undefined });
}

export interface TypeOption {
  value: string;
  label: string;
}

/** Every type that there is, and the one that is named although it is not there. */
export function typeOptions({ types = {} }: Pick<Cycle, 'types'>, named: string | undefined): TypeOption[] {
  const own = Object.keys(types);
  const known = [...builtInTypes.filter((name) => !own.includes(name)), ...own];
  const missing = named !== undefined && named !== structure && !known.includes(named) ? [named] : [];
  return [
    ...known.map((name) => ({ value: name, label: name })),
    ...missing.map((name) => ({ value: name, label: t('{name}, which is not there', { name }) })),
  ];
}

/** What it is in the end, through the types that it is made of; null for a structure and for anything. */
export function basisOf({ types = {} }: Pick<Cycle, 'types'>, named: DecisionType): string | null {
  const seen = new Set<string>();
  let made = madeOf(named);
  for (let next = types[made]; next && !seen.has(made); next = types[made]) {
    seen.add(made);
    if (next.list) return null;
    made = madeOf(next);
  }
  return builtInTypes.some((name) => name === made) && made !== anything ? made : null;
}

const text = /^"((?:[^"\\]|\\["\\])*)"$/s;

/** The texts that are allowed, when nothing else is said of them. */
export function textsOf(allowed: string | undefined): string[] | null {
  if (allowed === undefined) return [];
  const texts = splitTests(allowed).map((test) => text.exec(test.trim())?.[1]);
  return texts.every((each) => each !== undefined)
    ? texts.map((each) => each.replace(/\\(["\\])/g, '$1'))
    : null;
}

export const allowedFrom = (texts: readonly string[]): string | undefined =>
  texts.length > 0 ? texts.map(quoted).join(', ') : undefined;

/** The fields with one under another name, in its place. */
export const withFieldNamed = (
  fields: Readonly<Record<string, DecisionType>>,
  from: string,
  to: string,
): Record<string, DecisionType> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key === from ? to : key, field]));

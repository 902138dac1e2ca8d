// What a schema finds wrong, as a sentence that tells a person what to write. Zod's own words name types and operators;
// every door gives it this error map, so that none of them gets out. A schema's own message goes first.

import type { z } from 'zod';
import { grouped } from './grouped.ts';
import { nearest } from './nearest.ts';

type Raw = z.core.$ZodRawIssue;
type Of<Code extends Raw['code']> = Extract<Raw, { code: Code }>;
type Format = string | ((issue: Of<'invalid_format'>) => string);

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  nonoptional: 'given',
};
const typeWords = (expected: string): string => types[expected] ?? expected;

/** A value as it was written, when it is short enough to be recognised. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return value.length > 40 ? 'this text' : JSON.stringify(value);
}

const hasToBe = (what: string, { input }: Pick<Raw, 'input'>): string =>
  input === undefined
    ? `This is missing: it has to be ${what}.`
    : `This has to be ${what}, not ${shown(input)}.`;

const inWords = (options: readonly string[]): string =>
  options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;

function typeSentence(issue: Of<'invalid_type'>): string {
  const { expected } = issue;
  if (expected === 'never' || expected === 'undefined') return 'Nothing may stand here. Leave it out.';
  return expected === 'nonoptional' ? 'This is missing.' : hasToBe(typeWords(expected), issue);
}

/** The one word of many that was meant, or all of them when they are few. */
function unknownWord(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  if (meant !== null) return `${shown(word)} is not known here. Did you mean "${meant}"?`;
  return `${shown(word)} is not known here. Use ${inWords(known)}.`;
}

function valueSentence(issue: Of<'invalid_value'>): string {
  const words = issue.values.filter((value) => typeof value === 'string');
  const isChoice = words.length > 1 && words.length === issue.values.length;
  if (isChoice && typeof issue.input === 'string') return unknownWord(issue.input, words);
  return hasToBe(inWords(issue.values.map(shown)), issue);
}

const counted: Readonly<Record<string, string>> = {
  string: 'character',
  array: 'entry',
  set: 'entry',
  map: 'entry',
};

function many(count: number | bigint, noun: string): string {
  if (Number(count) === 1) return `1 ${noun}`;
  return `${grouped(count)} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

const lengthOf = (input: unknown): string =>
  typeof input === 'string' ? `, not ${grouped(input.length)}` : '';

function tooSmall({ origin, minimum, inclusive, exact, input }: Of<'too_small'>): string {
  const noun = counted[origin];
  if (noun === undefined) return hasToBe(`${inclusive ? 'at least' : 'more than'} ${minimum}`, { input });
  if (Number(minimum) === 1 && !exact) return 'This must not be empty.';
  return `This has to have ${exact ? 'exactly' : 'at least'} ${many(minimum, noun)}${lengthOf(input)}.`;
}

function tooBig({ origin, maximum, inclusive, exact, input }: Of<'too_big'>): string {
  const noun = counted[origin];
  if (noun === undefined) return hasToBe(`${inclusive ? 'at most' : 'less than'} ${maximum}`, { input });
  return `This has to have ${exact ? 'exactly' : 'at most'} ${many(maximum, noun)}${lengthOf(input)}.`;
}

const formats: Readonly<Record<string, Format>> = {
  email: 'an e-mail address such as ada@example.org',
  url: 'an address such as https://example.org',
  date: 'a date such as 2026-01-05',
  datetime: 'an instant such as 2026-01-05T09:00:00Z',
  time: 'a time such as 09:00',
  duration: 'a span such as P10D',
  regex: ({ pattern }) => `text that fits the pattern ${pattern}`,
  starts_with: ({ prefix }) => `text that begins with ${shown(prefix)}`,
  ends_with: ({ suffix }) => `text that ends with ${shown(suffix)}`,
  includes: ({ includes }) => `text with ${shown(includes)} in it`,
};

function formatSentence(issue: Of<'invalid_format'>): string {
  const format = formats[issue.format] ?? `text in the form ${issue.format}`;
  return hasToBe(typeof format === 'string' ? format : format(issue), issue);
}

/** What a schema of fixed keys knows; other schemas take any. */
function keysOf({ inst }: Raw): string[] {
  const def: object = inst?._zod.def ?? {};
  return 'shape' in def && typeof def.shape === 'object' ? Object.keys(def.shape ?? {}) : [];
}

function unknownKeys(issue: Of<'unrecognized_keys'>): string {
  const [key = '', ...others] = issue.keys;
  if (others.length > 0) return `The keys ${issue.keys.map(shown).join(', ')} are not known here.`;
  const known = keysOf(issue);
  const meant = nearest(key, known);
  const hint =
    meant === null ? known.length > 0 && ` Known here: ${known.join(', ')}.` : ` Did you mean "${meant}"?`;
  return `The key ${shown(key)} is not known here.${hint || ''}`;
}

/** What a choice would have taken in this place, in few words; null when it would have taken it and looked further. */
function takenBy([first]: readonly z.core.$ZodIssue[]): string[] | null {
  if (first === undefined || first.path.length > 0) return null;
  if (first.code === 'invalid_type') return [typeWords(first.expected)];
  return first.code === 'invalid_value' ? first.values.map(shown) : null;
}

/** That of the choice which was nearest to what is there, else all that could stand here. */
function unionSentence(issue: Of<'invalid_union'>): string {
  if ('discriminator' in issue && issue.discriminator !== undefined)
    return `The ${shown(issue.discriminator)} of this is not known here.`;
  const choices = issue.errors.map((found) => ({ found, taken: takenBy(found) }));
  const [near] = choices
    .filter(({ taken }) => taken === null)
    .toSorted((a, b) => a.found.length - b.found.length);
  const [why] = near?.found ?? [];
  if (why) return why.path.length > 0 ? `${why.path.join('.')}: ${why.message}` : why.message;
  return hasToBe(inWords([...new Set(choices.flatMap(({ taken }) => taken ?? []))]), issue);
}

/** An error map for Zod. */
export function inPlainWords(issue: Raw): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeSentence(issue);
    case 'invalid_value':
      return valueSentence(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formatSentence(issue);
    case 'not_multiple_of':
      return hasToBe(`a multiple of ${issue.divisor}`, issue);
    case 'unrecognized_keys':
      return unknownKeys(issue);
    case 'invalid_key':
      return `This cannot be used as a name. ${issue.issues[0]?.message ?? ''}`.trim();
    case 'invalid_element':
      return issue.issues[0]?.message ?? 'This does not fit here.';
    case 'invalid_union':
      return unionSentence(issue);
    default:
      return 'This does not fit here.';
  }
}

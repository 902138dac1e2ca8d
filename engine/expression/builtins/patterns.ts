// Functions with regular expressions (DMN 10.3.4.3), in linear time by re2js. What a pattern costs is
// its size times the text, and is spent before it runs.
import { RE2JS } from 're2js';
import { emptyRun, type Run, warn } from '../compile/run.ts';
import { maxPatternSize } from '../limits.ts';
import * as types from '../types/feel-type.ts';
import { makeBudget, spend, spendFor } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import { boundedText } from '../value/show.ts';
import { define, type Form, form } from './define.ts';
import { makeRoom } from './list-tools.ts';
import { optional, text } from './parameters.ts';
import { patternSize } from './pattern-size.ts';

const flagBits: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
};

const badPattern = (run: Run, message: string): null => warn(run, run.at, 'bad-pattern', message);

function flagsOf(run: Run, flags: string | null): number | null {
  const letters = [...(flags ?? '')];
  const unknown = letters.find((letter) => !Object.hasOwn(flagBits, letter));
  if (unknown !== undefined) {
    return badPattern(run, `The flag "${unknown}" of a pattern is not known; use i, s or m.`);
  }
  return letters.reduce((bits, letter) => bits | (flagBits[letter] ?? 0), 0);
}

interface Pattern {
  compiled: RE2JS;
  size: number;
}

/** Null after a warning. */
type GetPattern = (run: Run, pattern: string, flags: string | null) => Pattern | null;

const compilePattern: GetPattern = (run, pattern, flags) => {
  const bits = flagsOf(run, flags);
  if (bits === null) return null;
  const size = patternSize(pattern);
  if (size > maxPatternSize) return badPattern(run, 'The pattern is too large.');
  spend(run.budget, 20 + size);
  try {
    return { compiled: RE2JS.compile(pattern, bits), size };
  } catch {
    return badPattern(run, `The pattern ${JSON.stringify(pattern)} is not supported.`);
  }
};

/** A pattern that stands in the text is compiled with it. */
function withPattern(make: (get: GetPattern) => Form, flagsAt: number | null): Form {
  const prepare: Form['prepare'] = (constants) => {
    const [, pattern] = constants;
    const flags = flagsAt === null ? null : (constants[flagsAt] ?? null);
    if (typeof pattern !== 'string' || (flagsAt !== null && constants[flagsAt] === undefined)) return null;
    const known = compilePattern(emptyRun(makeBudget()), pattern, typeof flags === 'string' ? flags : null);
    return known && make(() => known);
  };
  return { ...make(compilePattern), prepare };
}

/** What a search costs is spent before it begins. */
function search(run: Run, pattern: Pattern | null, input: string): RE2JS | null {
  if (pattern === null) return null;
  spendFor(run.budget, input.length * (1 + pattern.size), 8);
  return pattern.compiled;
}

function replaceAll(run: Run, compiled: RE2JS | null, input: string, replacement: string): Feel {
  if (compiled === null) return null;
  spendFor(run.budget, input.length * replacement.length, 32);
  return boundedText(compiled.matcher(input).replaceAll(replacement, true), run.budget);
}

function splitAt(run: Run, compiled: RE2JS | null, value: string): Feel {
  if (compiled === null) return null;
  const parts = compiled.split(value, -1);
  // A delimiter that may be nothing stands between characters, and not behind the last one.
  if (parts.length > 1 && parts.at(-1) === '' && compiled.matches('')) parts.pop();
  makeRoom(run, parts.length);
  return parts;
}

const input = text('input');
const pattern = text('pattern');
const flags = optional(text('flags'));

const matches = (get: GetPattern): Form =>
  form([input, pattern, flags], types.boolean, (run, value, expression, letters) => {
    const compiled = search(run, get(run, expression, letters), value);
    return compiled?.matcher(value).find() ?? null;
  });

const replace = (get: GetPattern): Form =>
  form(
    [input, pattern, text('replacement'), flags],
    types.text,
    (run, value, expression, replacement, letters) =>
      replaceAll(run, search(run, get(run, expression, letters), value), value, replacement),
  );

const split = (get: GetPattern): Form =>
  form([text('string'), text('delimiter')], types.listOf(types.text), (run, value, delimiter) =>
    splitAt(run, search(run, get(run, delimiter, null), value), value),
  );

export const patternFunctions = [
  define('matches', withPattern(matches, 2)),
  define('replace', withPattern(replace, 3)),
  define('split', withPattern(split, null)),
];

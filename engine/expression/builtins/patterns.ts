// Functions with regular expressions (DMN 10.3.4.3), in linear time by re2js. What a pattern costs is
// its size times the text, and is spent before it runs.
import { RE2JS } from 're2js';
import { type Run, warn } from '../compile/run.ts';
import { maxPatternSize } from '../limits.ts';
import * as types from '../types/feel-type.ts';
import { spend, spendFor } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import { boundedText } from '../value/show.ts';
import { define, form } from './define.ts';
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

/** Null after a warning. */
function compilePattern(run: Run, pattern: string, flags: string | null): RE2JS | null {
  const bits = flagsOf(run, flags);
  if (bits === null) return null;
  const size = patternSize(pattern);
  if (size > maxPatternSize) return badPattern(run, 'The pattern is too large.');
  spend(run.budget, 20 + size);
  try {
    return RE2JS.compile(pattern, bits);
  } catch {
    return badPattern(run, `The pattern ${JSON.stringify(pattern)} is not supported.`);
  }
}

type Use = (compiled: RE2JS, input: string) => Feel;

function withPattern(run: Run, input: string, [pattern, flags]: [string, string | null], use: Use): Feel {
  const compiled = compilePattern(run, pattern, flags);
  if (compiled === null) return null;
  spendFor(run.budget, input.length * (1 + patternSize(pattern)), 8);
  return use(compiled, input);
}

const input = text('input');
const pattern = text('pattern');
const flags = optional(text('flags'));

export const patternFunctions = [
  define(
    'matches',
    form([input, pattern, flags], types.boolean, (run, value, expression, letters) =>
      withPattern(run, value, [expression, letters], (compiled, given) => compiled.matcher(given).find()),
    ),
  ),
  define(
    'replace',
    form(
      [input, pattern, text('replacement'), flags],
      types.text,
      (run, value, expression, replacement, letters) =>
        withPattern(run, value, [expression, letters], (compiled, given) => {
          spendFor(run.budget, given.length * replacement.length, 32);
          return boundedText(compiled.matcher(given).replaceAll(replacement, true), run.budget);
        }),
    ),
  ),
  define(
    'split',
    form([text('string'), text('delimiter')], types.listOf(types.text), (run, value, delimiter) =>
      withPattern(run, value, [delimiter, null], (compiled, given) => {
        const parts = compiled.split(given, -1);
        makeRoom(run, parts.length);
        return parts;
      }),
    ),
  ),
];

// FEEL functions that replace the interpreter's own: regular expressions run in linear time
// (re2js), and lists cannot be grown without bound.
import { evaluate, FeelFunction } from 'feelin';
import { RE2JS } from 're2js';
import { maxListLength } from './limits.ts';

const flagBits: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
};

function compilePattern(pattern: string, flags: unknown): RE2JS {
  const letters = typeof flags === 'string' ? [...flags] : [];
  const unknown = letters.find((letter) => !(letter in flagBits));
  if (unknown) throw new Error(`The flag "${unknown}" of a pattern is not known; use i, s or m.`);
  try {
    return RE2JS.compile(
      pattern,
      letters.reduce((bits, letter) => bits | (flagBits[letter] ?? 0), 0),
    );
  } catch (cause) {
    throw new Error(`The pattern ${JSON.stringify(pattern)} is not supported.`, { cause });
  }
}

const areTexts = (values: unknown[]): values is string[] =>
  values.every((value) => typeof value === 'string');

function matchesPattern(input: unknown, pattern: unknown, flags: unknown): boolean | null {
  if (!areTexts([input, pattern])) return null;
  return compilePattern(String(pattern), flags).matcher(String(input)).find();
}

function replacePattern(input: unknown, pattern: unknown, replacement: unknown, flags: unknown) {
  if (!areTexts([input, pattern, replacement])) return null;
  return compilePattern(String(pattern), flags).matcher(String(input)).replaceAll(String(replacement), true);
}

function splitAt(input: unknown, delimiter: unknown): string[] | null {
  if (!areTexts([input, delimiter])) return null;
  return compilePattern(String(delimiter), '').split(String(input), -1);
}

/** The length of the list that would come out, nested lists counted whole. */
function lengthOf(value: unknown): number {
  if (!Array.isArray(value)) return 1;
  return value.reduce<number>((sum, item) => sum + lengthOf(item), 0);
}

function bounded(name: string): FeelFunction {
  const original: unknown = evaluate(name).value;
  if (typeof original !== 'function') throw new Error(`FEEL has no function ${name}.`);
  const parameters: unknown = Reflect.get(original, '$args');
  const call = (...args: unknown[]): unknown => {
    if (lengthOf(args) > maxListLength) {
      throw new Error(`A list may have at most ${maxListLength} items.`);
    }
    return Reflect.apply(original, null, args);
  };
  return new FeelFunction(call, Array.isArray(parameters) ? parameters.map(String) : []);
}

/** Made once per evaluator; the interpreter prefers a name in the context to its own function. */
export function makeGuardedFunctions(): ReadonlyMap<string, FeelFunction> {
  return new Map([
    ['matches', new FeelFunction(matchesPattern, ['input', 'pattern', 'flags'])],
    ['replace', new FeelFunction(replacePattern, ['input', 'pattern', 'replacement', 'flags'])],
    ['split', new FeelFunction(splitAt, ['string', 'delimiter'])],
    ...['append', 'concatenate', 'union', 'flatten'].map((name) => [name, bounded(name)] as const),
  ]);
}

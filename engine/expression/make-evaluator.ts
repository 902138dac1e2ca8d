// Evaluates FEEL over names that are read only when the expression uses them. Each text is analysed
// once, and what it gave for the same small values is remembered: both live as long as the evaluator.
import { evaluate, FeelDate, FeelDateTime, FeelDuration, type FeelFunction, type Warning } from 'feelin';
import type { Json } from '../model/json.ts';
import { analyseExpression } from './analyse-expression.ts';
import { makeGuardedFunctions } from './guarded-functions.ts';
import { pathsIn } from './paths-in.ts';
import { type FeelValue, toJson } from './value.ts';

export type Evaluated =
  | {
      kind: 'value';
      json: Json;
      /** `other` has no JSON form, such as a range; its json is null. */
      type: 'json' | 'date' | 'date and time' | 'duration' | 'other';
      warnings: string[];
      /** False when a name was unknown or types did not fit, so that the value must not decide anything. */
      sure: boolean;
    }
  | { kind: 'failed'; message: string };

/** Undefined when the name is not known. */
type ReadName = (name: string) => FeelValue | undefined;

export interface Evaluator {
  evaluate(text: string, read: ReadName): Evaluated;
  /** The names that the expression may ask for, functions left out. */
  namesIn(text: string): readonly string[];
  /** The paths that it looks at, such as result.decision. */
  pathsIn(text: string): readonly string[];
}

interface Prepared {
  names: readonly string[];
  functions: ReadonlyMap<string, FeelFunction>;
  /** Whether all its names are small enough to be a key. */
  memorable: boolean;
  refusal: string | null;
}

const largeNames = new Set(['goals', 'measures', 'children', 'component']);
const maxRemembered = 2_000;
const maxKeyLength = 2_000;
/** An entry that is absent is null, and null decides nothing; every other warning is a mistake. */
const harmless = new Set<Warning['type']>(['NO_CONTEXT_ENTRY_FOUND', 'NO_PROPERTY_FOUND']);

export function makeEvaluator(): Evaluator {
  const guarded = makeGuardedFunctions();
  const prepared = new Map<string, Prepared>();
  const remembered = new Map<string, Evaluated>();
  const paths = new Map<string, readonly string[]>();

  const prepareOnce = (text: string): Prepared => {
    const known = prepared.get(text) ?? prepare(text, guarded);
    prepared.set(text, known);
    return known;
  };

  return {
    namesIn: (text) => prepareOnce(text).names,
    pathsIn(text) {
      const known = paths.get(text) ?? pathsIn(text);
      paths.set(text, known);
      return known;
    },
    evaluate(text, read) {
      const expression = prepareOnce(text);
      if (expression.refusal !== null) return { kind: 'failed', message: expression.refusal };
      const values = readValues(expression.names, read);
      const key = expression.memorable ? `${text}\n${JSON.stringify(values)}` : '';
      const before = remembered.get(key);
      if (before) return before;
      const evaluated = run(text, { ...values, ...Object.fromEntries(expression.functions) });
      if (key && key.length <= maxKeyLength && isSmall(evaluated)) {
        if (remembered.size >= maxRemembered) remembered.clear();
        remembered.set(key, evaluated);
      }
      return evaluated;
    },
  };
}

/** A shared list or context could be changed by one of those who got it. */
const isSmall = (evaluated: Evaluated): boolean =>
  evaluated.kind === 'failed' || evaluated.json === null || typeof evaluated.json !== 'object';

function prepare(text: string, guarded: ReadonlyMap<string, FeelFunction>): Prepared {
  const { findings, uses } = analyseExpression(text, 'expression');
  const called = new Set(uses.filter((use) => use.role === 'function').map((use) => use.name));
  const names = [...new Set(uses.map((use) => use.name))].filter((name) => !called.has(name));
  return {
    names,
    functions: new Map([...guarded].filter(([name]) => called.has(name))),
    memorable: !names.some((name) => largeNames.has(name)),
    refusal: refusalOf(findings[0]?.message, called),
  };
}

/** The interpreter's own today() and now() read the machine's clock, which a step may not. */
function refusalOf(finding: string | undefined, called: ReadonlySet<string>): string | null {
  if (finding !== undefined) return finding;
  const clock = ['today', 'now'].find((name) => called.has(name));
  return clock ? `Write ${clock} without parentheses: it is a value here.` : null;
}

function readValues(names: readonly string[], read: ReadName): Record<string, FeelValue> {
  const values: Record<string, FeelValue> = {};
  for (const name of names) {
    const value = read(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function run(text: string, context: Record<string, unknown>): Evaluated {
  try {
    const { value, warnings } = evaluate(text, context);
    const converted = toJson(value);
    return {
      kind: 'value',
      json: converted.kind === 'json' ? converted.json : null,
      type: converted.kind === 'json' ? typeOf(value) : 'other',
      warnings: warnings.map((warning) => warning.message),
      sure: warnings.every((warning) => harmless.has(warning.type)),
    };
  } catch (cause) {
    return { kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

function typeOf(value: unknown) {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  return value instanceof FeelDuration ? 'duration' : 'json';
}

// Evaluates FEEL over names that are read only when the expression uses them. Each text is compiled once;
// the programs live as long as the evaluator.
import type { Json } from '../model/json.ts';
import { compileFeel, type FeelProgram, type FeelResult, type FeelWarning } from './compile-feel.ts';
import { pathsIn } from './paths-in.ts';
import { parseTemplate, type TemplatePart } from './template.ts';
import { type FeelBudget, makeBudget } from './value/budget.ts';
import type { Feel } from './value/feel.ts';
import { fromFeel } from './value/json.ts';
import { kindOf } from './value/kinds.ts';
import { asFeel, type FeelValue } from './value.ts';

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
type Read<Value> = (name: string) => Value | undefined;

export interface Evaluator {
  evaluate(text: string, read: Read<FeelValue>): Evaluated;
  /** The same over values that are FEEL already. */
  evaluateFeel(text: string, read: Read<Feel>): Evaluated;
  /** The names that the expression may ask for, functions left out. */
  namesIn(text: string): readonly string[];
  /** The paths that it looks at, such as result.decision. */
  pathsIn(text: string): readonly string[];
  /** The text and the expressions of a template. */
  partsOf(template: string): readonly TemplatePart[];
}

type Prepared = { kind: 'program'; program: FeelProgram } | { kind: 'refused'; message: string };

/** What is absent or empty is null, and null decides nothing; every other warning is a mistake. */
const harmless = new Set<FeelWarning['code']>(['no-entry', 'no-value', 'not-comparable']);
/** With these there is no value to speak of. */
const failures = new Set<FeelWarning['code']>(['stopped', 'bad-pattern']);

/** `names` are those besides plain words: with spaces, or of functions. */
export function makeEvaluator(names: readonly string[] = []): Evaluator {
  const prepared = new Map<string, Prepared>();
  const paths = new Map<string, readonly string[]>();
  const templates = new Map<string, readonly TemplatePart[]>();

  const prepareOnce = (text: string): Prepared => {
    const known = prepared.get(text);
    if (known) return known;
    const fresh = prepare(text, names);
    prepared.set(text, fresh);
    return fresh;
  };

  const evaluateFeel: Evaluator['evaluateFeel'] = (text, read) => {
    const expression = prepareOnce(text);
    if (expression.kind === 'refused') return { kind: 'failed', message: expression.message };
    const budget = makeBudget();
    return toEvaluated(expression.program.evaluate(read, null, budget), budget);
  };

  return {
    pathsIn(text) {
      const known = paths.get(text) ?? pathsIn(text, names);
      paths.set(text, known);
      return known;
    },
    partsOf(template) {
      const known = templates.get(template) ?? parseTemplate(template);
      templates.set(template, known);
      return known;
    },
    namesIn: (text) => {
      const expression = prepareOnce(text);
      return expression.kind === 'program' ? expression.program.names : [];
    },
    evaluate: (text, read) =>
      evaluateFeel(text, (name) => {
        const value = read(name);
        return value === undefined ? undefined : asFeel(value);
      }),
    evaluateFeel,
  };
}

function prepare(text: string, names: readonly string[]): Prepared {
  const compiled = compileFeel(text, { dialect: 'expression', names });
  if (compiled.kind === 'compiled') return { kind: 'program', program: compiled.program };
  return { kind: 'refused', message: compiled.findings[0]?.message ?? 'This is not an expression.' };
}

function toEvaluated({ value, warnings }: FeelResult, { steps }: FeelBudget): Evaluated {
  const failure = warnings.find(({ code }) => failures.has(code));
  if (failure) return { kind: 'failed', message: failure.message };
  const json = fromFeel(value, steps);
  return {
    kind: 'value',
    json: json ?? null,
    type: json === undefined ? 'other' : typeOf(value),
    warnings: warnings.map((warning) => warning.message),
    sure: warnings.every(({ code }) => harmless.has(code)),
  };
}

function typeOf(value: Feel) {
  const kind = kindOf(value);
  if (kind === 'date' || kind === 'date and time') return kind;
  return kind.endsWith(' duration') ? 'duration' : 'json';
}

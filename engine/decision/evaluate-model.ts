// Every decision of a model at once, from JSON to JSON: what the command line and a preview ask for.

import { makeBudget } from '../expression/value/budget.ts';
import { makeContext } from '../expression/value/context.ts';
import type { Feel } from '../expression/value/feel.ts';
import { fromFeel, refusedByJson } from '../expression/value/json.ts';
import { jsonText } from '../expression/value/json-text.ts';
import type { DecisionTrace } from '../model/decision.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { CompiledModel } from './compile/compile-model.ts';
import { suggestion } from './compile/compiling.ts';
import { aliasOf, feelName } from './decision-model.ts';
import { takeDecisions } from './run/take-decisions.ts';
import { conformOrNull } from './types/conform.ts';
import { readJson } from './types/read-json.ts';

export interface EvaluatedModel {
  /** By the name of the decision; null where FEEL says null, or where the value has no JSON form. */
  values: JsonObject;
  /** The same as JSON text, with all 34 digits that a number of FEEL may have. */
  text: string;
  traces: DecisionTrace[];
  /** What was wrong with the input, and what went wrong on the way, in words. */
  problems: string[];
}

/** A name that is written otherwise is told at once: the decisions would only find that something is null. */
function strangers({ inputs, model, uses }: CompiledModel, given: readonly string[]): string[] {
  const used = new Set([...uses.values()].flatMap((names) => [...names]));
  const isKnown = (name: string): boolean =>
    inputs.has(name) && (used.has(name) || !model.inputs[name]?.free);
  const aliases = new Set([...inputs.keys()].map((name) => aliasOf(model, name)));
  const known = [...inputs.keys()].filter(isKnown);
  return given
    .filter((name) => !isKnown(name) && !aliases.has(name))
    .map((name) => {
      const list = known.length > 0 ? `These are: ${known.join(', ')}.` : 'It has none.';
      return `The input "${name}" is not one of the model's. ${list}${suggestion(name, known)}`;
    });
}

/** What the allowed values of the inputs may cost. */
const maxInputSteps = 100_000;

function readInputs(compiled: CompiledModel, input: JsonObject, problems: string[]): Map<string, Feel> {
  const given = new Map(Object.entries(input).map(([name, json]): [string, Json] => [feelName(name), json]));
  const run = {
    budget: makeBudget(maxInputSteps),
    depth: 0,
    report: (message: string) => void problems.push(message),
    tell: () => undefined,
  };
  const frame = { run, read: () => undefined };
  problems.push(...strangers(compiled, [...given.keys()]));
  return new Map(
    [...compiled.inputs].map(([name, type]) => {
      const json = given.get(name) ?? given.get(aliasOf(compiled.model, name) ?? name);
      if (json === undefined) problems.push(`The input "${name}" is not given, so it is null.`);
      return [name, conformOrNull(readJson(json ?? null, type), type, frame, `The input "${name}"`)];
    }),
  );
}

/** The model has to be free of errors. */
export function evaluateModel(
  compiled: CompiledModel,
  input: JsonObject,
  outside: (name: string) => Feel | undefined = () => undefined,
): EvaluatedModel {
  const problems: string[] = [];
  const inputs = readInputs(compiled, input, problems);
  const taken = takeDecisions(compiled, (name) => (inputs.has(name) ? inputs.get(name) : outside(name)));
  const values: JsonObject = {};
  const results: [string, Feel][] = [];
  for (const { name, isFunction } of compiled.decisions.values()) {
    if (isFunction) continue;
    const value = taken.read(name) ?? null;
    const json = fromFeel(value);
    if (json === undefined) problems.push(`${name} gives ${refusedByJson(value)}, so it is null here.`);
    results.push([name, json === undefined ? null : value]);
    Object.defineProperty(values, name, {
      value: json ?? null,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  const traces = taken.traces();
  const told = traces.flatMap((trace) => trace.problems.map((problem) => `${trace.decision}: ${problem}`));
  return {
    values,
    text: jsonText(makeContext(results)),
    traces,
    problems: [...new Set([...problems, ...told])],
  };
}

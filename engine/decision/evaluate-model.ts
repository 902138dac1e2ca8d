// Every decision of a model at once, from JSON to JSON: what the command line and a preview ask for.

import { makeBudget } from '../expression/value/budget.ts';
import type { Feel } from '../expression/value/feel.ts';
import { fromFeel } from '../expression/value/json.ts';
import type { DecisionTrace } from '../model/decision.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { CompiledModel } from './compile/compile-model.ts';
import { feelName } from './decision-model.ts';
import { takeDecisions } from './run/take-decisions.ts';
import { conformOrNull } from './types/conform.ts';
import { readJson } from './types/read-json.ts';

export interface EvaluatedModel {
  /** By the name of the decision; null where FEEL says null, or where the value has no JSON form. */
  values: JsonObject;
  traces: DecisionTrace[];
  /** What was wrong with the input, and what went wrong on the way, in words. */
  problems: string[];
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
  return new Map(
    [...compiled.inputs].map(([name, type]) => {
      const json = given.get(name) ?? given.get(compiled.model.variables?.get(name) ?? name) ?? null;
      return [name, conformOrNull(readJson(json, type), type, frame, `The input "${name}"`)];
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
  for (const { name, isFunction } of compiled.decisions.values()) {
    if (isFunction) continue;
    const json = fromFeel(taken.read(name) ?? null);
    if (json === undefined) problems.push(`${name} gives a range or a function, which JSON does not have.`);
    Object.defineProperty(values, name, {
      value: json ?? null,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  const traces = taken.traces();
  const told = traces.flatMap((trace) => trace.problems.map((problem) => `${trace.decision}: ${problem}`));
  return { values, traces, problems: [...new Set([...problems, ...told])] };
}

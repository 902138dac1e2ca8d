// Decisions in few words, for tests: a model around some logic, and what it gives.
import { compileModel } from '../../../engine/decision/compile/compile-model.ts';
import type { DecisionModel } from '../../../engine/decision/decision-model.ts';
import { type EvaluatedModel, evaluateModel } from '../../../engine/decision/evaluate-model.ts';
import type {
  Decision,
  DecisionLogic,
  DecisionTable,
  HitPolicy,
  JsonObject,
  Problem,
  TableInput,
  TableOutput,
} from '../../../engine/index.ts';

export const expression = (text: string, type?: string): DecisionLogic =>
  type === undefined ? { kind: 'expression', text } : { kind: 'expression', type, text };

type Row = [when: string[], give: string[]];

export interface TableParts {
  hit?: HitPolicy;
  inputs: (string | TableInput)[];
  outputs?: (string | TableOutput)[];
  rules: Row[];
}

/** Outputs named by text; one that needs no name is left out. */
export function table({ hit, inputs, outputs = [{}], rules }: TableParts): DecisionTable {
  return {
    kind: 'table',
    ...(hit && { hit }),
    inputs: inputs.map((input) => (typeof input === 'string' ? { expression: input } : input)),
    outputs: outputs.map((output) => (typeof output === 'string' ? { name: output } : output)),
    rules: rules.map(([when, give]) => ({ when, give })),
  };
}

export interface ModelParts extends Partial<DecisionModel> {
  decisions: Record<string, Decision>;
}

export const model = (parts: ModelParts): DecisionModel => ({
  name: 'test',
  namespace: 'urn:test',
  types: {},
  inputs: {},
  ...parts,
});

export const compiled = (parts: ModelParts) => compileModel(model(parts), { functions: 'full' });

/** What is wrong with the model; warnings and information left out. */
export const errorsOf = (parts: ModelParts): string[] =>
  compiled(parts)
    .problems.filter(({ severity }) => severity === 'error')
    .map(inWords);

export const inWords = ({ code, pointer, message }: Problem): string => `${code} ${pointer} ${message}`;

export function evaluated(parts: ModelParts, input: JsonObject = {}): EvaluatedModel {
  const ready = compiled(parts);
  const errors = ready.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(inWords).join('\n'));
  return evaluateModel(ready, input);
}

/** The value of one decision, `answer`, over inputs that may be anything. */
export function answer(logic: DecisionLogic, input: JsonObject = {}, more: Partial<ModelParts> = {}) {
  const inputs = Object.fromEntries(Object.keys(input).map((name) => [name, {}]));
  const decisions = { ...more.decisions, answer: { logic } };
  return evaluated({ inputs, ...more, decisions }, input);
}

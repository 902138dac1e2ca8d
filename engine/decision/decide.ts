// A DMN document and data in, the value of every decision out: the whole way from text to JSON.
import type { JsonObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { clockFunctions, clockTypes, type Moment } from './clock-functions.ts';
import { compileModel } from './compile/compile-model.ts';
import { type EvaluatedModel, evaluateModel } from './evaluate-model.ts';
import { withFreeInputs } from './free-inputs.ts';
import { importDmn } from './xml/import-dmn.ts';

export type Decided = ({ kind: 'decided' } & EvaluatedModel) | { kind: 'refused'; problems: Problem[] };

const inWords = ({ code, pointer, message }: Problem): string => `${code} ${pointer || '/'}: ${message}`;

/** Such as a diagram of processes, or functions that nobody invokes. */
const nothingToDecide: Problem = {
  code: 'DEC-10',
  severity: 'error',
  pointer: '',
  stage: null,
  message: 'The document holds no decision.',
};

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** Without a moment there is no today() and no now(). */
export function decide(xml: string, input: JsonObject, moment?: Moment): Decided {
  const { model, problems } = importDmn(xml);
  if (!model || problems.some(isError)) return { kind: 'refused', problems };
  if (Object.values(model.decisions).every(({ parameters }) => parameters !== undefined))
    return { kind: 'refused', problems: [...problems, nothingToDecide] };
  const compiled = compileModel(withFreeInputs(model, Object.keys(input)), {
    functions: 'full',
    outside: moment ? clockTypes : {},
  });
  const found = [...problems, ...compiled.problems];
  if (found.some(isError)) return { kind: 'refused', problems: found };
  const clock = moment && clockFunctions(moment);
  const evaluated = evaluateModel(compiled, input, (name) => clock?.get(name));
  return { kind: 'decided', ...evaluated, problems: [...found.map(inWords), ...evaluated.problems] };
}

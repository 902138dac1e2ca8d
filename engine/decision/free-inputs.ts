// What a document without input data is asked with, as tools write single tables: the names in its columns,
// and those that are given.
import { type DecisionInput, type DecisionModel, feelName } from './decision-model.ts';

const isWord = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
const constants = new Set(['true', 'false', 'null']);

/** Names with spaces have to be known before FEEL can read them: a column without an expression is called so. */
const isName = (expression: string, label: string | undefined): boolean =>
  (isWord(expression) && !constants.has(expression)) ||
  (label !== undefined && feelName(label) === expression);

function columnsOf({ decisions }: DecisionModel): [string, DecisionInput][] {
  return Object.values(decisions).flatMap(({ logic, parameters }) =>
    logic.kind !== 'table' || parameters !== undefined
      ? []
      : logic.inputs
          .filter(({ expression, label }) => isName(expression, label))
          .map(({ expression, type }): [string, DecisionInput] => [expression, { type }]),
  );
}

/** The first column of a name says what it is. */
export function withFreeInputs(model: DecisionModel, given: readonly string[]): DecisionModel {
  if (Object.keys(model.inputs).length > 0) return model;
  const taken = new Set([...Object.keys(model.decisions), ...(model.variables?.values() ?? [])]);
  const found = [...columnsOf(model), ...given.map((name): [string, DecisionInput] => [feelName(name), {}])];
  const free = found.filter(([name]) => !taken.has(name));
  return { ...model, inputs: Object.fromEntries(free.toReversed()) };
}

// What a document is asked with that no input data says: columns that have no expression, and where it has no input
// data at all, as tools write tables alone, the names in its columns and those that are given.
import { aliasOf, type DecisionInput, type DecisionModel, feelName } from './decision-model.ts';

const isWord = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
const constants = new Set(['true', 'false', 'null']);

function columnsOf({ decisions }: DecisionModel): [string, DecisionInput][] {
  return Object.values(decisions).flatMap(({ logic, parameters }) =>
    logic.kind !== 'table' || parameters !== undefined
      ? []
      : logic.inputs.map(({ expression, type }): [string, DecisionInput] => [expression, { type }]),
  );
}

/** The modelers of Camunda draw input data as a picture: expressions read the variables of the process. */
const camunda = 'http://camunda.org/schema/1.0/dmn';

/** The first column of a name says what it is. None of these is required by anything, so that all may read them. */
export function withFreeInputs(model: DecisionModel, given: readonly string[]): DecisionModel {
  const { inputs, labels = new Set() } = model;
  const elements = [...Object.keys(model.decisions), ...Object.keys(inputs)];
  const taken = new Set([...elements, ...elements.map((name) => aliasOf(model, name))]);
  const open = Object.keys(inputs).length === 0 || model.namespace === camunda;
  const columns = columnsOf(model).filter(
    ([name]) => labels.has(name) || (open && isWord(name) && !constants.has(name)),
  );
  const others = given.map((name): [string, DecisionInput] => [feelName(name), { free: true }]);
  const free = [...columns, ...(open ? others : [])].filter(([name]) => !taken.has(name));
  return {
    ...model,
    inputs: { ...inputs, ...Object.fromEntries(free.toReversed()) },
    labels: new Set([...labels, ...free.map(([name]) => name)]),
  };
}

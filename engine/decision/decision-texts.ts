// The texts of decisions and of their types, each with its place and what it has to be. What FEEL reads in them is the
// same for every change that goes through them, such as another name.
import type { Cycle } from '../model/cycle.ts';

export interface DecisionText {
  /** From the top of the document. */
  path: (string | number)[];
  text: string;
  /** `type` names a type; `words` are read by people alone. */
  kind: 'unary-tests' | 'expression' | 'type' | 'words';
}

const kinds: Readonly<Record<string, DecisionText['kind']>> = {
  when: 'unary-tests',
  allowed: 'unary-tests',
  constraint: 'unary-tests',
  expression: 'expression',
  text: 'expression',
  give: 'expression',
  default: 'expression',
  function: 'expression',
  type: 'type',
};

/** The key that it stands at; in a list that of the list. */
export const keyOf = (path: DecisionText['path']): string =>
  String(path.findLast((part) => typeof part === 'string'));

function textsIn(value: unknown, path: DecisionText['path']): DecisionText[] {
  if (typeof value === 'string') return [{ path, text: value, kind: kinds[keyOf(path)] ?? 'words' }];
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

export const textsOfDecision = ({ decisions = {} }: Cycle, name: string): DecisionText[] =>
  textsIn(decisions[name], ['decisions', name]);

export const textsOfTypes = ({ types = {} }: Cycle): DecisionText[] => textsIn(types, ['types']);

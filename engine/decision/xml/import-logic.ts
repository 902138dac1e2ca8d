// Boxed expressions of a DMN document as logic of a decision.
import type { Argument, DecisionLogic, Parameter } from '../../model/decision.ts';
import { feelName } from '../decision-model.ts';
import { report } from '../report.ts';
import type { DmnElement } from './elements.ts';
import { given } from './given.ts';
import { readTable } from './import-table.ts';
import {
  allOf,
  attribute,
  childrenOf,
  type LogicPlace,
  nameOf,
  oneOf,
  placeInside,
  typeOf,
  wrappedText,
} from './importing.ts';

const nothing: DecisionLogic = { kind: 'expression', text: 'null' };

type Read = (element: DmnElement, at: LogicPlace) => DecisionLogic;

const isFeel = (language: string): boolean => /feel/i.test(language);

const readLiteral: Read = (element, at) => {
  const text = wrappedText(at.importing, element);
  const language = attribute(element, 'expressionLanguage');
  if (language !== undefined && !isFeel(language)) {
    report(
      at.importing,
      'DEC-12',
      at.pointer,
      `The language ${language} cannot be evaluated here. Use FEEL.`,
    );
  } else if (text === '') {
    report(at.importing, 'DEC-11', at.pointer, 'The expression is missing.');
  }
  return given({ kind: 'expression' as const, type: typeOf(element, at), text: text || 'null' });
};

const readContext: Read = (element, at) => ({
  ...given({ kind: 'context' as const, type: typeOf(element, at) }),
  entries: allOf(at.importing, element, 'contextEntry').map((entry, index) => {
    const variable = oneOf(at.importing, entry, 'variable');
    return given({
      name: nameOf(variable),
      type: typeOf(variable, at),
      logic: logicInside(entry, placeInside(at, `entries/${index}/logic`)),
    });
  }),
});

const readList: Read = (element, at) => ({
  ...given({ kind: 'list' as const, type: typeOf(element, at) }),
  items: logicElements(element, at).map((item, index) => readLogic(item, placeInside(at, `items/${index}`))),
});

export const readParameters = (element: DmnElement, name: string, at: LogicPlace): Parameter[] =>
  allOf(at.importing, element, name).map((parameter) =>
    given({ name: nameOf(parameter) ?? '', type: typeOf(parameter, at) }),
  );

const readRelation: Read = (element, at) => ({
  ...given({ kind: 'relation' as const, type: typeOf(element, at) }),
  columns: readParameters(element, 'column', at),
  rows: allOf(at.importing, element, 'row').map((row, index) =>
    logicElements(row, at).map((cell, column) => readLogic(cell, placeInside(at, `rows/${index}/${column}`))),
  ),
});

function readBinding(binding: DmnElement, at: LogicPlace): Argument {
  const parameter = oneOf(at.importing, binding, 'parameter');
  const [formula] = logicElements(binding, at);
  return given({
    name: nameOf(parameter) ?? '',
    type: typeOf(parameter, at),
    logic: formula ? readLogic(formula, placeInside(at, 'logic')) : nothing,
  });
}

const readInvocation: Read = (element, at) => {
  const [called] = logicElements(element, at);
  const name = called ? wrappedText(at.importing, called) : '';
  if (name === '') report(at.importing, 'DEC-11', at.pointer, 'What is to be invoked is missing.');
  return {
    ...given({ kind: 'invocation' as const, type: typeOf(element, at) }),
    function: name || 'null',
    arguments: allOf(at.importing, element, 'binding').map((binding, index) =>
      readBinding(binding, placeInside(at, `arguments/${index}`)),
    ),
  };
};

const readFunction: Read = (element, at) => {
  const kind = attribute(element, 'kind') ?? 'FEEL';
  if (!isFeel(kind)) {
    report(at.importing, 'DEC-12', at.pointer, `A function in ${kind} gives null here.`, 'warning');
  }
  return {
    ...given({ kind: 'function' as const, type: typeOf(element, at) }),
    parameters: readParameters(element, 'formalParameter', at),
    body: isFeel(kind) ? logicInside(element, placeInside(at, 'body')) : nothing,
  };
};

const part = (element: DmnElement, name: string, at: LogicPlace, path = name): DecisionLogic => {
  const wrapper = oneOf(at.importing, element, name);
  return wrapper ? logicInside(wrapper, placeInside(at, path)) : missing(placeInside(at, path));
};

const readConditional: Read = (element, at) => ({
  ...given({ kind: 'conditional' as const, type: typeOf(element, at) }),
  test: part(element, 'if', at, 'test'),
  yes: part(element, 'then', at, 'yes'),
  no: part(element, 'else', at, 'no'),
});

const readFilter: Read = (element, at) => ({
  ...given({ kind: 'filter' as const, type: typeOf(element, at) }),
  in: part(element, 'in', at),
  match: part(element, 'match', at),
});

const readIteration =
  (kind: 'for' | 'some' | 'every', body: string): Read =>
  (element, at) => ({
    ...given({ kind, type: typeOf(element, at) }),
    variable: feelName(attribute(element, 'iteratorVariable') ?? 'item'),
    in: part(element, 'in', at),
    body: part(element, body, at, 'body'),
  });

const readers: Record<string, Read> = {
  literalExpression: readLiteral,
  decisionTable: readTable,
  context: readContext,
  list: readList,
  relation: readRelation,
  invocation: readInvocation,
  functionDefinition: readFunction,
  conditional: readConditional,
  filter: readFilter,
  for: readIteration('for', 'return'),
  some: readIteration('some', 'satisfies'),
  every: readIteration('every', 'satisfies'),
};

const logicElements = (element: DmnElement, { importing }: LogicPlace): DmnElement[] =>
  childrenOf(importing, element).filter(({ name }) => Object.hasOwn(readers, name));

function missing(at: LogicPlace): DecisionLogic {
  report(at.importing, 'DEC-11', at.pointer, 'The expression is missing.');
  return nothing;
}

export function readLogic(element: DmnElement, at: LogicPlace): DecisionLogic {
  return (readers[element.name] ?? (() => missing(at)))(element, at);
}

/** The one expression that an element holds. */
export function logicInside(element: DmnElement, at: LogicPlace): DecisionLogic {
  const [logic, ...more] = logicElements(element, at);
  if (more.length > 0) {
    const message = `There are ${more.length + 1} expressions where one is evaluated. Remove the others.`;
    report(at.importing, 'DEC-04', at.pointer, message);
  }
  return logic ? readLogic(logic, at) : missing(at);
}

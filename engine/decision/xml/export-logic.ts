// Logic of a decision as the boxed expressions of a DMN document.
import type { DecisionLogic, DecisionTable, HitPolicy, Parameter } from '../../model/decision.ts';
import { unreachable } from '../../model/json.ts';
import { element, type WrittenElement } from './write-xml.ts';

type Of<Kind extends DecisionLogic['kind']> = Extract<DecisionLogic, { kind: Kind }>;

export const textElement = (name: string, text: string | undefined): WrittenElement[] =>
  text === undefined ? [] : [element(name, [], [element('text', [], text)])];

export const variable = (
  name: string,
  { name: called, type }: { name?: string | undefined; type?: string | undefined },
) =>
  element(name, [
    ['name', called],
    ['typeRef', type],
  ]);

const policies: Record<HitPolicy, [policy: string, aggregation?: string]> = {
  U: ['UNIQUE'],
  A: ['ANY'],
  P: ['PRIORITY'],
  F: ['FIRST'],
  R: ['RULE ORDER'],
  O: ['OUTPUT ORDER'],
  C: ['COLLECT'],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
};

function tableElement(table: DecisionTable): WrittenElement {
  const [policy, aggregation] = table.hit === undefined ? [] : policies[table.hit];
  const inputs = table.inputs.map((input) =>
    element(
      'input',
      [['label', input.label]],
      [
        element('inputExpression', [['typeRef', input.type]], [element('text', [], input.expression)]),
        ...textElement('inputValues', input.allowed),
      ],
    ),
  );
  const outputs = table.outputs.map((output) =>
    element(
      'output',
      [
        ['label', output.label],
        ['name', output.name],
        ['typeRef', output.type],
      ],
      [...textElement('outputValues', output.allowed), ...textElement('defaultOutputEntry', output.default)],
    ),
  );
  const rules = table.rules.map((rule) =>
    element(
      'rule',
      [],
      [
        ...(rule.description === undefined ? [] : [element('description', [], rule.description)]),
        ...rule.when.flatMap((cell) => textElement('inputEntry', cell)),
        ...rule.give.flatMap((cell) => textElement('outputEntry', cell)),
        ...(rule.notes ?? []).flatMap((note) => textElement('annotationEntry', note)),
      ],
    ),
  );
  const annotations = (table.annotations ?? []).map((name) => element('annotation', [['name', name]]));
  return element(
    'decisionTable',
    [
      ['hitPolicy', policy],
      ['aggregation', aggregation],
      ['typeRef', table.type],
    ],
    [...inputs, ...outputs, ...annotations, ...rules],
  );
}

export const parameterElements = (name: string, parameters: readonly Parameter[]): WrittenElement[] =>
  parameters.map((parameter) => variable(name, parameter));

function contextElement({ type, entries }: Of<'context'>): WrittenElement {
  const written = entries.map((entry) =>
    element(
      'contextEntry',
      [],
      [
        ...(entry.name === undefined && entry.type === undefined ? [] : [variable('variable', entry)]),
        logicElement(entry.logic),
      ],
    ),
  );
  return element('context', [['typeRef', type]], written);
}

const relationElement = ({ type, columns, rows }: Of<'relation'>): WrittenElement =>
  element(
    'relation',
    [['typeRef', type]],
    [
      ...parameterElements('column', columns),
      ...rows.map((row) => element('row', [], row.map(logicElement))),
    ],
  );

function invocationElement(logic: Of<'invocation'>): WrittenElement {
  const bindings = logic.arguments.map((argument) =>
    element('binding', [], [variable('parameter', argument), logicElement(argument.logic)]),
  );
  return element(
    'invocation',
    [['typeRef', logic.type]],
    [...textElement('literalExpression', logic.function), ...bindings],
  );
}

const part = (name: string, logic: DecisionLogic): WrittenElement => element(name, [], [logicElement(logic)]);

const conditionalElement = ({ type, test, yes, no }: Of<'conditional'>): WrittenElement =>
  element('conditional', [['typeRef', type]], [part('if', test), part('then', yes), part('else', no)]);

function iterationElement(logic: Of<'for' | 'some' | 'every'>): WrittenElement {
  const attributes: WrittenElement['attributes'] = [
    ['typeRef', logic.type],
    ['iteratorVariable', logic.variable],
  ];
  const body = part(logic.kind === 'for' ? 'return' : 'satisfies', logic.body);
  return element(logic.kind, attributes, [part('in', logic.in), body]);
}

export function logicElement(logic: DecisionLogic): WrittenElement {
  switch (logic.kind) {
    case 'expression':
      return element('literalExpression', [['typeRef', logic.type]], [element('text', [], logic.text)]);
    case 'table':
      return tableElement(logic);
    case 'context':
      return contextElement(logic);
    case 'list':
      return element('list', [['typeRef', logic.type]], logic.items.map(logicElement));
    case 'relation':
      return relationElement(logic);
    case 'invocation':
      return invocationElement(logic);
    case 'function':
      return element(
        'functionDefinition',
        [['typeRef', logic.type]],
        [...parameterElements('formalParameter', logic.parameters), logicElement(logic.body)],
      );
    case 'conditional':
      return conditionalElement(logic);
    case 'filter':
      return element('filter', [['typeRef', logic.type]], [part('in', logic.in), part('match', logic.match)]);
    case 'for':
    case 'some':
    case 'every':
      return iterationElement(logic);
    default:
      return unreachable(logic);
  }
}

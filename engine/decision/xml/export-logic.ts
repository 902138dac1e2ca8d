// Logic of a decision as the boxed expressions of a DMN document.
import type { DecisionLogic, DecisionTable, HitPolicy, Parameter } from '../../model/decision.ts';
import { unreachable } from '../../model/json.ts';
import { type Xml, xml } from '../../xml/write-xml.ts';

type Of<Kind extends DecisionLogic['kind']> = Extract<DecisionLogic, { kind: Kind }>;

export const textElement = (name: string, text: string | undefined): Xml[] =>
  text === undefined ? [] : [xml(name, {}, [xml('text', {}, [text])])];

export const variable = (
  name: string,
  { name: called, type }: { name?: string | undefined; type?: string | undefined },
) => xml(name, { name: called, typeRef: type });

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

function tableElement(table: DecisionTable): Xml {
  const [policy, aggregation] = table.hit === undefined ? [] : policies[table.hit];
  const inputs = table.inputs.map((input) =>
    xml('input', { label: input.label }, [
      xml('inputExpression', { typeRef: input.type }, [xml('text', {}, [input.expression])]),
      ...textElement('inputValues', input.allowed),
    ]),
  );
  const outputs = table.outputs.map((output) =>
    xml('output', { label: output.label, name: output.name, typeRef: output.type }, [
      ...textElement('outputValues', output.allowed),
      ...textElement('defaultOutputEntry', output.default),
    ]),
  );
  const rules = table.rules.map((rule) =>
    xml('rule', {}, [
      ...(rule.description === undefined ? [] : [xml('description', {}, [rule.description])]),
      ...rule.when.flatMap((cell) => textElement('inputEntry', cell)),
      ...rule.give.flatMap((cell) => textElement('outputEntry', cell)),
      ...(rule.notes ?? []).flatMap((note) => textElement('annotationEntry', note)),
    ]),
  );
  const annotations = (table.annotations ?? []).map((name) => xml('annotation', { name }));
  return xml('decisionTable', { hitPolicy: policy, aggregation, typeRef: table.type }, [
    ...inputs,
    ...outputs,
    ...annotations,
    ...rules,
  ]);
}

export const parameterElements = (name: string, parameters: readonly Parameter[]): Xml[] =>
  parameters.map((parameter) => variable(name, parameter));

function contextElement({ type, entries }: Of<'context'>): Xml {
  const written = entries.map((entry) =>
    xml('contextEntry', {}, [
      ...(entry.name === undefined && entry.type === undefined ? [] : [variable('variable', entry)]),
      logicElement(entry.logic),
    ]),
  );
  return xml('context', { typeRef: type }, written);
}

const relationElement = ({ type, columns, rows }: Of<'relation'>): Xml =>
  xml('relation', { typeRef: type }, [
    ...parameterElements('column', columns),
    ...rows.map((row) => xml('row', {}, row.map(logicElement))),
  ]);

function invocationElement(logic: Of<'invocation'>): Xml {
  const bindings = logic.arguments.map((argument) =>
    xml('binding', {}, [variable('parameter', argument), logicElement(argument.logic)]),
  );
  return xml('invocation', { typeRef: logic.type }, [
    ...textElement('literalExpression', logic.function),
    ...bindings,
  ]);
}

const part = (name: string, logic: DecisionLogic): Xml => xml(name, {}, [logicElement(logic)]);

const conditionalElement = ({ type, test, yes, no }: Of<'conditional'>): Xml =>
  xml('conditional', { typeRef: type }, [part('if', test), part('then', yes), part('else', no)]);

function iterationElement(logic: Of<'for' | 'some' | 'every'>): Xml {
  const attributes: Xml['attributes'] = { typeRef: logic.type, iteratorVariable: logic.variable };
  const body = part(logic.kind === 'for' ? 'return' : 'satisfies', logic.body);
  return xml(logic.kind, attributes, [part('in', logic.in), body]);
}

export function logicElement(logic: DecisionLogic): Xml {
  switch (logic.kind) {
    case 'expression':
      return xml('literalExpression', { typeRef: logic.type }, [xml('text', {}, [logic.text])]);
    case 'table':
      return tableElement(logic);
    case 'context':
      return contextElement(logic);
    case 'list':
      return xml('list', { typeRef: logic.type }, logic.items.map(logicElement));
    case 'relation':
      return relationElement(logic);
    case 'invocation':
      return invocationElement(logic);
    case 'function':
      return xml('functionDefinition', { typeRef: logic.type }, [
        ...parameterElements('formalParameter', logic.parameters),
        logicElement(logic.body),
      ]);
    case 'conditional':
      return conditionalElement(logic);
    case 'filter':
      return xml('filter', { typeRef: logic.type }, [part('in', logic.in), part('match', logic.match)]);
    case 'for':
    case 'some':
    case 'every':
      return iterationElement(logic);
    default:
      return unreachable(logic);
  }
}

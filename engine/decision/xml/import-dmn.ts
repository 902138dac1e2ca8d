// DMN XML, versions 1.1 to 1.5, as a model of decisions. Diagrams, decision services and what other
// tools added are left alone; what the model needs and the file does not say is a problem.
import type { Decision, DecisionType } from '../../model/decision.ts';
import type { Problem } from '../../model/problem.ts';
import { type DecisionInput, type DecisionModel, pointerKey } from '../decision-model.ts';
import { report } from '../report.ts';
import { type DmnElement, readDmn } from './elements.ts';
import { given } from './given.ts';
import { isDecision, listElements, otherNames, readRequirements } from './graph.ts';
import { logicInside, readParameters } from './import-logic.ts';
import {
  allOf,
  attribute,
  type Importing,
  type LogicPlace,
  nameOf,
  oneOf,
  typeName,
  wrappedText,
} from './importing.ts';

export interface ImportedDmn {
  /** Null when the text is no DMN document at all. */
  model: DecisionModel | null;
  problems: Problem[];
}

const description = (importing: Importing, element: DmnElement): string | undefined =>
  oneOf(importing, element, 'description')?.text.trim() || undefined;

const textIn = (importing: Importing, element: DmnElement, name: string): string | undefined =>
  oneOf(importing, element, name)?.text.trim() || undefined;

function readType(element: DmnElement, at: LogicPlace): DecisionType {
  const { importing, types } = at;
  const components = allOf(importing, element, 'itemComponent');
  const isFunction = oneOf(importing, element, 'functionItem') !== undefined;
  const type = components.length > 0 ? undefined : typeName(textIn(importing, element, 'typeRef'), types);
  const fields = components.map((component): [string, DecisionType] => [
    nameOf(component) ?? '',
    readType(component, at),
  ]);
  const named = fields.map(([name]) => ({ name }));
  reportTwice(importing, `${at.pointer}/fields`, 'Two components of the type are called', named);
  return given({
    description: description(importing, element),
    type: isFunction ? 'Any' : type,
    list: attribute(element, 'isCollection') === 'true' ? true : undefined,
    allowed: wrappedText(importing, oneOf(importing, element, 'allowedValues')) || undefined,
    constraint: wrappedText(importing, oneOf(importing, element, 'typeConstraint')) || undefined,
    fields: components.length > 0 ? Object.fromEntries(fields) : undefined,
  });
}

function readInput(element: DmnElement, { importing, types }: LogicPlace): DecisionInput {
  const variable = oneOf(importing, element, 'variable');
  return given({
    label: attribute(element, 'label'),
    description: description(importing, element),
    type: typeName(attribute(variable, 'typeRef'), types),
  });
}

function readDecision(element: DmnElement, at: LogicPlace): Decision {
  const { importing, types } = at;
  return given({
    name: attribute(element, 'label'),
    description: description(importing, element),
    type: typeName(attribute(oneOf(importing, element, 'variable'), 'typeRef'), types),
    logic: logicInside(element, { ...at, pointer: `${at.pointer}/logic` }),
  });
}

/** The type of its variable is what it returns, or a type of functions that says so. */
function returnType(element: DmnElement, at: LogicPlace, functions: ReadonlyMap<string, string | undefined>) {
  const type = typeName(attribute(oneOf(at.importing, element, 'variable'), 'typeRef'), at.types);
  return type !== undefined && functions.has(type) ? typeName(functions.get(type), at.types) : type;
}

function readKnowledge(
  element: DmnElement,
  name: string,
  at: LogicPlace,
  functions: ReadonlyMap<string, string | undefined>,
): Decision {
  const { importing } = at;
  const logic = { ...at, pointer: `${at.pointer}/logic` };
  const encapsulated = oneOf(importing, element, 'encapsulatedLogic');
  if (!encapsulated) report(importing, 'DEC-11', logic.pointer, `"${name}" has no logic.`);
  return given({
    name: attribute(element, 'label'),
    description: description(importing, element),
    type: returnType(element, at, functions),
    parameters: encapsulated ? readParameters(encapsulated, 'formalParameter', at) : [],
    logic: encapsulated ? logicInside(encapsulated, logic) : { kind: 'expression' as const, text: 'null' },
  });
}

function reportTwice(
  importing: Importing,
  at: string,
  what: string,
  named: readonly { name: string }[],
): void {
  const names = named.map(({ name }) => name);
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
    report(importing, 'DEC-13', `${at}/${pointerKey(name)}`, `${what} "${name}". Rename one.`);
}

function readModel(importing: Importing, root: DmnElement): DecisionModel {
  const items = allOf(importing, root, 'itemDefinition').map((element) => ({
    element,
    name: nameOf(element) ?? '',
  }));
  const types = new Set(items.map(({ name }) => name));
  const functions = new Map(
    items.flatMap(({ element, name }): [string, string | undefined][] => {
      const item = oneOf(importing, element, 'functionItem');
      return item ? [[name, attribute(item, 'outputTypeRef')]] : [];
    }),
  );
  reportTwice(importing, '/types', 'Two types are called', items);
  const elements = listElements(importing, root);
  const place = (pointer: string): LogicPlace => ({ importing, types, pointer });
  const requires = readRequirements(importing, elements, root);
  return {
    ...given({ requires: [...requires.values()].some((needed) => needed.length > 0) ? requires : undefined }),
    ...otherNames(importing, elements),
    name: attribute(root, 'name') ?? 'decisions',
    namespace: attribute(root, 'namespace') ?? '',
    types: Object.fromEntries(
      items.map(({ element, name }) => [name, readType(element, place(`/types/${pointerKey(name)}`))]),
    ),
    inputs: Object.fromEntries(
      elements
        .filter(({ kind }) => kind === 'inputData')
        .map(({ element, name, pointer }) => [name, readInput(element, place(pointer))]),
    ),
    decisions: Object.fromEntries(
      elements
        .filter(isDecision)
        .map(({ element, kind, name, pointer }) => [
          name,
          kind === 'decision'
            ? readDecision(element, place(pointer))
            : readKnowledge(element, name, place(pointer), functions),
        ]),
    ),
  };
}

export function importDmn(xml: string): ImportedDmn {
  const problems: Problem[] = [];
  const refuse = (message: string): ImportedDmn => ({
    model: null,
    problems: [{ code: 'DEC-10', severity: 'error', pointer: '', stage: null, message }],
  });
  const read = readDmn(xml);
  if (read.kind === 'refused') return refuse(`This is no DMN document. ${read.message}`);
  const { root } = read;
  if (root.name !== 'definitions') {
    return refuse(`This is no DMN document: it starts with <${root.name}> and not with <definitions>.`);
  }
  const importing: Importing = { problems, own: root.namespace, labels: new Set() };
  const imports = allOf(importing, root, 'import');
  for (const element of imports) {
    const message = `Other models cannot be imported yet: ${nameOf(element) ?? attribute(element, 'namespace') ?? ''}.`;
    report(importing, 'DEC-12', '', message, 'warning');
  }
  return { model: { ...readModel(importing, root), labels: importing.labels }, problems };
}

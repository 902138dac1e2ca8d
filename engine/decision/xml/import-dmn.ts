// DMN XML, versions 1.1 to 1.5, as a model of decisions. Diagrams, decision services and what other
// tools added are left alone; what the model needs and the file does not say is a problem.
import type { Decision, DecisionType } from '../../model/decision.ts';
import type { Problem } from '../../model/problem.ts';
import { type DecisionInput, type DecisionModel, pointerKey } from '../decision-model.ts';
import { report } from '../report.ts';
import { circlesIn } from '../requirements.ts';
import { type DmnElement, readDmn } from './elements.ts';
import { given } from './given.ts';
import { logicInside, readParameters } from './import-logic.ts';
import {
  allOf,
  attribute,
  childrenOf,
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

const kinds = ['inputData', 'decision', 'businessKnowledgeModel'] as const;
type Kind = (typeof kinds)[number];
const kindOf = ({ name }: DmnElement): Kind | undefined => kinds.find((kind) => kind === name);

interface Element {
  element: DmnElement;
  kind: Kind;
  name: string;
  pointer: string;
}

function listElements(importing: Importing, root: DmnElement): Element[] {
  const seen = new Set<string>();
  return childrenOf(importing, root).flatMap((element) => {
    const kind = kindOf(element);
    if (kind === undefined) return [];
    const name = nameOf(element) ?? nameOf(oneOf(importing, element, 'variable'));
    const pointer = `/${kind === 'inputData' ? 'inputs' : 'decisions'}/${pointerKey(name ?? '')}`;
    if (name === undefined) {
      report(importing, 'DEC-10', '', `An element ${kind} has no name.`);
      return [];
    }
    if (seen.has(name))
      report(importing, 'DEC-13', pointer, `Two elements are called "${name}". Rename one.`);
    seen.add(name);
    return [{ element, kind, name, pointer }];
  });
}

/** Its own name, without a variable its id: what tools let expressions say that do not keep to the standard. */
function variablesOf(importing: Importing, elements: readonly Element[]): Map<string, string> {
  return new Map(
    elements.flatMap(({ element, name }): [string, string][] => {
      const variable = oneOf(importing, element, 'variable');
      const called = variable ? nameOf(variable) : attribute(element, 'id');
      return called === undefined || called === name ? [] : [[name, called]];
    }),
  );
}

const wanted: Record<string, string> = {
  requiredInput: 'the input data',
  requiredDecision: 'the decision',
  requiredKnowledge: 'the business knowledge model',
};

const requirementsOf = (importing: Importing, element: DmnElement): DmnElement[] =>
  [
    ...allOf(importing, element, 'informationRequirement'),
    ...allOf(importing, element, 'knowledgeRequirement'),
  ]
    .flatMap((requirement) => childrenOf(importing, requirement))
    .filter(({ name }) => Object.hasOwn(wanted, name));

/** What an element says that it needs has to be there, and may not need it in turn. */
function readRequirements(importing: Importing, elements: readonly Element[]): Map<string, string[]> {
  const byId = new Map(elements.map((entry) => [attribute(entry.element, 'id'), entry]));
  const graph = new Map(
    elements.map(({ element, name, pointer }) => {
      const needed = requirementsOf(importing, element).flatMap((requirement) => {
        const href = attribute(requirement, 'href') ?? '';
        const found = byId.get(href.slice(href.indexOf('#') + 1));
        if (found) return [found.name];
        const what = wanted[requirement.name] ?? 'the element';
        report(
          importing,
          'DEC-01',
          pointer,
          `"${name}" needs ${what} "${href}", which is not in the document.`,
        );
        return [];
      });
      return [name, needed];
    }),
  );
  for (const circle of circlesIn(new Map([...graph].map(([name, needed]) => [name, new Set(needed)])))) {
    const message = `A decision cannot need itself: ${circle.join(' → ')}.`;
    report(importing, 'DEC-02', `/decisions/${pointerKey(circle[0] ?? '')}`, message);
  }
  return graph;
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
  const elements = listElements(importing, root);
  const place = (pointer: string): LogicPlace => ({ importing, types, pointer });
  const requires = readRequirements(importing, elements);
  return {
    ...given({ requires: [...requires.values()].some((needed) => needed.length > 0) ? requires : undefined }),
    variables: variablesOf(importing, elements),
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
        .filter(({ kind }) => kind !== 'inputData')
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
  const importing: Importing = { problems, own: root.namespace };
  const imports = allOf(importing, root, 'import');
  for (const element of imports) {
    const message = `Other models cannot be imported yet: ${nameOf(element) ?? attribute(element, 'namespace') ?? ''}.`;
    report(importing, 'DEC-12', '', message, 'warning');
  }
  return { model: readModel(importing, root), problems };
}

// The requirements graph of a DMN document: its elements by name and id, and what each says that it needs.
import { pointerKey } from '../decision-model.ts';
import { report } from '../report.ts';
import { circlesIn } from '../requirements.ts';
import type { DmnElement } from './elements.ts';
import { allOf, attribute, childrenOf, type Importing, nameOf, oneOf } from './importing.ts';

const kinds = ['inputData', 'decision', 'businessKnowledgeModel'] as const;
type Kind = (typeof kinds)[number];
const kindOf = ({ name }: DmnElement): Kind | undefined => kinds.find((kind) => kind === name);

export interface GraphElement {
  element: DmnElement;
  kind: Kind;
  name: string;
  pointer: string;
}

export const isDecision = ({ kind }: GraphElement): boolean => kind !== 'inputData';

const kindsInWords: Record<Kind, string> = {
  inputData: 'The input data',
  decision: 'The decision',
  businessKnowledgeModel: 'The business knowledge model',
};

/** What has no name can be found by its line alone. */
function namedElement(importing: Importing, element: DmnElement, kind: Kind): GraphElement[] {
  const name = nameOf(element) ?? nameOf(oneOf(importing, element, 'variable'));
  if (name === undefined) {
    report(importing, 'DEC-10', '', `${kindsInWords[kind]} on line ${element.line} has no name.`);
    return [];
  }
  const pointer = `/${kind === 'inputData' ? 'inputs' : 'decisions'}/${pointerKey(name)}`;
  return [{ element, kind, name, pointer }];
}

/** No two have one name, and no two one id: what is required is found by it. */
function reportDoubles(importing: Importing, elements: readonly GraphElement[]): void {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const { element, name, pointer } of elements) {
    const id = attribute(element, 'id') ?? '';
    if (names.has(name))
      report(importing, 'DEC-13', pointer, `Two elements are called "${name}". Rename one.`);
    if (ids.has(id)) report(importing, 'DEC-13', pointer, `Two elements have the id "${id}". Change one.`);
    names.add(name);
    if (id) ids.add(id);
  }
}

export function listElements(importing: Importing, root: DmnElement): GraphElement[] {
  const elements = childrenOf(importing, root).flatMap((element) => {
    const kind = kindOf(element);
    return kind === undefined ? [] : namedElement(importing, element, kind);
  });
  reportDoubles(importing, elements);
  return elements;
}

/** Of those whose variable has another name; of those without a variable the ids. */
export function otherNames(
  importing: Importing,
  elements: readonly GraphElement[],
): { variables: Map<string, string>; ids: Map<string, string> } {
  const variables = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const { element, name } of elements) {
    const variable = oneOf(importing, element, 'variable');
    const called = variable ? nameOf(variable) : attribute(element, 'id');
    if (called !== undefined && called !== name) (variable ? variables : ids).set(name, called);
  }
  return { variables, ids };
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

/** Decision services are functions made of decisions: what needs one cannot be evaluated. */
function reportMissing(
  importing: Importing,
  requirement: DmnElement,
  root: DmnElement,
  entry: GraphElement,
): void {
  const href = attribute(requirement, 'href') ?? '';
  const service = allOf(importing, root, 'decisionService').find(
    (one) => attribute(one, 'id') === idIn(href),
  );
  if (service) {
    const name = nameOf(service) ?? href;
    const message = `"${entry.name}" needs the decision service "${name}", and decision services are not evaluated here yet. Use a business knowledge model.`;
    report(importing, 'DEC-12', entry.pointer, message);
    return;
  }
  const what = wanted[requirement.name] ?? 'the element';
  const message = `"${entry.name}" needs ${what} "${href}", which is not in the document.`;
  report(importing, 'DEC-01', entry.pointer, message);
}

const idIn = (href: string): string => href.slice(href.indexOf('#') + 1);

/** What an element says that it needs has to be there, and may not need it in turn. */
export function readRequirements(
  importing: Importing,
  elements: readonly GraphElement[],
  root: DmnElement,
): Map<string, string[]> {
  const byId = new Map(elements.map((entry) => [attribute(entry.element, 'id'), entry]));
  const graph = new Map(
    elements.map((entry) => {
      const needed = requirementsOf(importing, entry.element).flatMap((requirement) => {
        const found = byId.get(idIn(attribute(requirement, 'href') ?? ''));
        if (!found) reportMissing(importing, requirement, root, entry);
        return found ? [found.name] : [];
      });
      return [entry.name, needed];
    }),
  );
  for (const circle of circlesIn(new Map([...graph].map(([name, needed]) => [name, new Set(needed)])))) {
    const message = `A decision cannot need itself: ${circle.join(' → ')}.`;
    report(importing, 'DEC-02', `/decisions/${pointerKey(circle[0] ?? '')}`, message);
  }
  return graph;
}

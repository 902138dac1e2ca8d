// An SCXML document being read: what its states and variables are called in the cycle, what is known of their
// values beforehand, and the problems found so far.
import { scopeNames } from '../../expression/scope.ts';
import { slugSchema } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { Severity } from '../../model/problem.ts';
import { elementsIn, textIn, type XmlElement } from '../../xml/read-xml.ts';
import { parseScript } from '../ecmascript/parse-script.ts';
import type { ImportProblem } from '../import-result.ts';
import { makeNaming, type Naming, toSlug } from '../names.ts';
import { own, scxmlName } from './namespaces.ts';

export type DataModel = 'ecmascript' | 'feel' | 'null';

export interface Reading {
  readonly root: XmlElement;
  readonly datamodel: DataModel;
  readonly machineName: string;
  readonly problems: ImportProblem[];
  /** By element; states without an id have one too. */
  readonly ids: ReadonlyMap<XmlElement, string>;
  readonly stages: Naming;
  readonly histories: ReadonlySet<string>;
  /** Of the data model: what they are called in the cycle. */
  readonly variables: Naming;
  /** Start values by their names in the cycle. */
  readonly declared: Map<string, Json>;
  /** Names that something in the document gives a value to. */
  readonly assigned: ReadonlySet<string>;
  readonly sends: Naming;
  /** Files that the document refers to. */
  readonly resource: (name: string) => string | undefined;
  /** Whether anything in the document waits for error.execution. */
  readonly hearsErrors: boolean;
  /** Actions made so far; loops that are unrolled end somewhere. */
  actions: number;
}

export function complain(
  { problems }: Pick<Reading, 'problems'>,
  code: string,
  element: XmlElement,
  message: string,
  severity: Severity = 'error',
): void {
  problems.push({ code: `SCXML-${code}`, severity, place: `line ${element.line}`, message });
}

const stateNames = new Set(['state', 'parallel', 'final', 'history']);
export const isState = ({ name }: XmlElement): boolean => stateNames.has(scxmlName(name) ?? '');
export const statesIn = (element: XmlElement): XmlElement[] => elementsIn(element).filter(isState);
/** The elements of SCXML with this name directly inside. */
export const named = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).filter((child) => scxmlName(child.name) === name);

function walk(element: XmlElement, visit: (element: XmlElement) => void): void {
  visit(element);
  for (const child of elementsIn(element)) walk(child, visit);
}

const reservedWords =
  /^(and|or|not|if|then|else|for|in|return|some|every|satisfies|between|instance|of|function|true|false|null|item|partial)$/;
const taken = new Set(scopeNames.map(({ name }) => name));

/** A name that FEEL or the scope has a meaning for gets another one, but in a document that speaks FEEL. */
function variableName(datamodel: DataModel) {
  return (original: string): string => {
    if (datamodel === 'feel' && !original.startsWith('(')) return original;
    const plain = original.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)/, '_') || '_';
    return taken.has(plain) || reservedWords.test(plain) ? `${plain}_` : plain;
  };
}

/** A document that speaks FEEL is one of ours: its ids are stage ids, but for an underscore before a digit. */
const stageName =
  (datamodel: DataModel | null) =>
  (id: string): string => {
    const plain = id.replace(/^_/, '');
    return datamodel === 'feel' && slugSchema.safeParse(plain).success ? plain : toSlug(plain, 'stage');
  };

function assignedBy(element: XmlElement): string[] {
  const { location, item, index, idlocation } = element.attributes;
  switch (scxmlName(element.name)) {
    case 'assign':
      return location === undefined ? [] : [location.trim()];
    case 'foreach':
      return [item, index].filter((name) => name !== undefined);
    case 'send':
      return idlocation === undefined ? [] : [idlocation];
    case 'script':
      return scriptVariables(element);
    default:
      return [];
  }
}

function scriptVariables(element: XmlElement): string[] {
  try {
    return parseScript(textIn(element)).map(({ variable }) => variable);
  } catch {
    // Told of where the script is read.
    return [];
  }
}

/** New variables that executable content brings with it. */
const introduces = (element: XmlElement): string[] =>
  ['foreach', 'script'].includes(scxmlName(element.name) ?? '') ? assignedBy(element) : [];

function dataModelOf(root: XmlElement): DataModel | null {
  const given = root.attributes.datamodel ?? 'ecmascript';
  return given === 'ecmascript' || given === 'feel' || given === 'null' ? given : null;
}

interface Survey {
  ids: Map<XmlElement, string>;
  histories: Set<string>;
  assigned: Set<string>;
  /** The words of all event descriptors. */
  heard: Set<string>;
}

function surveyState(element: XmlElement, survey: Survey, stages: Naming, problems: ImportProblem[]): void {
  const id = element.attributes.id ?? `(state ${survey.ids.size + 1})`;
  if (stages.given.has(id)) {
    complain({ problems }, 'id', element, `The id "${id}" is used twice. Give one another.`);
  }
  survey.ids.set(element, id);
  stages.name(id);
  if (scxmlName(element.name) === 'history') survey.histories.add(id);
}

const wordsIn = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter(Boolean);

function surveyNames(element: XmlElement, survey: Survey, variables: Naming): void {
  const { id, event } = element.attributes;
  for (const name of assignedBy(element)) survey.assigned.add(name);
  for (const name of introduces(element)) variables.name(name);
  if (scxmlName(element.name) === 'data' && id) variables.name(id);
  if (scxmlName(element.name) === 'transition') for (const word of wordsIn(event)) survey.heard.add(word);
}

const errorWords = /^(\.?\*|error(\.execution)?(\.?\*?))$/;

export function beginReading(root: XmlElement, resource: Reading['resource']): Reading {
  const problems: ImportProblem[] = [];
  const datamodel = dataModelOf(root);
  if (datamodel === null) {
    const message = `The data model "${root.attributes.datamodel}" is not read. Use ecmascript, feel or null.`;
    complain({ problems }, 'datamodel', root, message);
  }
  const survey: Survey = { ids: new Map(), histories: new Set(), assigned: new Set(), heard: new Set() };
  const variables = makeNaming(variableName(datamodel ?? 'ecmascript'), '_');
  const stages = makeNaming(stageName(datamodel));
  walk(root, (element) => {
    surveyNames(element, survey, variables);
    if (isState(element)) surveyState(element, survey, stages, problems);
  });
  return {
    root,
    datamodel: datamodel ?? 'ecmascript',
    machineName: root.attributes.name ?? '',
    problems,
    ids: survey.ids,
    stages,
    histories: survey.histories,
    variables,
    declared: new Map(),
    assigned: survey.assigned,
    sends: makeNaming((id) => (/^[a-z0-9][a-z0-9.-]{0,90}$/.test(id) ? id : toSlug(id, 'event'))),
    resource,
    hearsErrors: [...survey.heard].some((word) => errorWords.test(word)),
    actions: 0,
  };
}

export const idOf = ({ ids }: Reading, element: XmlElement): string => ids.get(element) ?? '';
export const stageOf = ({ stages }: Reading, id: string): string | null => stages.given.get(id) ?? null;
export const ownAttribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes[`${own}:${name}`];

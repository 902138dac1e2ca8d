// Elements of a DMN document by their own name and the namespace that their prefix stands for, whatever prefixes
// its author chose. A prefix that nobody declared stands for none: some tools leave that out.
import { elementsIn, readXml, textIn, type XmlElement, type XmlRules } from '../../xml/read-xml.ts';

export interface DmnElement {
  /** Without its prefix. */
  name: string;
  /** Empty when its prefix stands for none. */
  namespace: string;
  /** By their name as written. */
  attributes: ReadonlyMap<string, string>;
  children: DmnElement[];
  text: string;
  /** Counted from 1. */
  line: number;
}

/** Tables with thousands of rules are usual here, and tools add attributes of their own. */
const rules: XmlRules = {
  maxLength: 5_000_000,
  maxDepth: 200,
  maxElements: 200_000,
  passOverOddAttributes: true,
};

type Prefixes = ReadonlyMap<string, string>;

function prefixesOf(attributes: ReadonlyMap<string, string>, outer: Prefixes): Prefixes {
  const own = [...attributes].flatMap(([key, value]): [string, string][] => {
    if (key === 'xmlns') return [['', value]];
    return key.startsWith('xmlns:') ? [[key.slice(6), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

function toDmnElement(element: XmlElement, outer: Prefixes): DmnElement {
  const attributes = new Map(Object.entries(element.attributes));
  const prefixes = prefixesOf(attributes, outer);
  const colon = element.name.indexOf(':');
  return {
    name: element.name.slice(colon + 1),
    namespace: prefixes.get(colon < 0 ? '' : element.name.slice(0, colon)) ?? '',
    attributes,
    children: elementsIn(element).map((child) => toDmnElement(child, prefixes)),
    text: textIn(element),
    line: element.line,
  };
}

export type ReadDmn = { kind: 'read'; root: DmnElement } | { kind: 'refused'; message: string };

export function readDmn(text: string): ReadDmn {
  const read = readXml(text, rules);
  if (read.kind === 'read') return { kind: 'read', root: toDmnElement(read.root, new Map()) };
  return { kind: 'refused', message: `${read.fault.message} (line ${read.fault.line})` };
}

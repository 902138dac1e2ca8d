// XML text to a tree of elements, within limits. There are no document types and so no entities of
// the author's own: what a hostile file could make grow is refused.
import { Parser } from 'saxen';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** The namespace that its prefix stands for; empty when it stands for none. */
  namespace: string;
  /** By their name as written. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

export type ReadXml = { kind: 'read'; root: XmlElement } | { kind: 'refused'; message: string };

const maxLength = 5_000_000;
const maxDepth = 200;
const maxElements = 200_000;

class Refused extends Error {}

const named: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,20}));?/g, (whole, decimal, hex, name) => {
    if (!whole.endsWith(';')) throw new Refused(`"${whole}" is not closed with a semicolon.`);
    if (name !== undefined) {
      const known = Object.hasOwn(named, name) ? named[name] : undefined;
      if (known === undefined) throw new Refused(`The entity "${whole}" is not known.`);
      return known;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (code > 0x10ffff || code === 0) throw new Refused(`"${whole}" is no character.`);
    return String.fromCodePoint(code);
  });
}

type Prefixes = ReadonlyMap<string, string>;

function prefixesOf(attributes: ReadonlyMap<string, string>, outer: Prefixes): Prefixes {
  const own = [...attributes].flatMap(([key, value]): [string, string][] => {
    if (key === 'xmlns') return [['', value]];
    return key.startsWith('xmlns:') ? [[key.slice(6), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

interface Open {
  element: XmlElement;
  prefixes: Prefixes;
}

interface Building {
  open: Open[];
  root: XmlElement | null;
  count: number;
}

function openElement(building: Building, raw: string, given: Record<string, string>): void {
  const attributes = new Map(Object.entries(given).map(([key, value]) => [key, decode(value)]));
  const outer = building.open.at(-1);
  const prefixes = prefixesOf(attributes, outer?.prefixes ?? new Map());
  const colon = raw.indexOf(':');
  const element: XmlElement = {
    name: raw.slice(colon + 1),
    namespace: prefixes.get(colon < 0 ? '' : raw.slice(0, colon)) ?? '',
    attributes,
    children: [],
    text: '',
  };
  building.count += 1;
  if (building.open.length >= maxDepth) throw new Refused(`It is nested more than ${maxDepth} deep.`);
  if (building.count > maxElements) throw new Refused(`It has more than ${maxElements} elements.`);
  if (!outer && building.root) throw new Refused('There is more than one outermost element.');
  if (outer) outer.element.children.push(element);
  else building.root = element;
  building.open.push({ element, prefixes });
}

function addText(building: Building, text: string): void {
  const current = building.open.at(-1);
  if (current) current.element.text += text;
  else if (text.trim()) throw new Refused('There is text outside the outermost element.');
}

/** Where it stands is worked out only for what is refused: it costs a look at all that went before. */
const refuseAt = (message: string, place: () => { line: number }): never => {
  throw new Refused(`${message} (line ${place().line + 1})`);
};

function guarded(place: () => { line: number }, work: () => void): void {
  try {
    work();
  } catch (cause) {
    refuseAt(cause instanceof Error ? cause.message : String(cause), place);
  }
}

/** An attribute whose name the parser does not know is left out; XML allows more letters than it does. */
const harmless = 'illegal attribute name char';

function parse(xml: string): XmlElement | null {
  const building: Building = { open: [], root: null, count: 0 };
  const parser = new Parser();
  parser
    .on('openTag', (name, attributes, _decode, _selfClosing, place) => {
      const given = attributes();
      guarded(place, () => openElement(building, name, typeof given === 'object' ? given : {}));
    })
    .on('closeTag', () => void building.open.pop())
    .on('text', (text, _decode, place) => guarded(place, () => addText(building, decode(text))))
    .on('cdata', (text, place) => guarded(place, () => addText(building, text)))
    .on('attention', (_text, _decode, place) =>
      refuseAt('A document type (<!…>) is not taken. Remove it.', place),
    )
    .on('error', (error, place) => {
      if (error instanceof Refused) throw error;
      refuseAt(`It is not well-formed: ${error.message}.`, place);
    })
    .on('warn', (error, place) => {
      if (error.message !== harmless) refuseAt(`It is not well-formed: ${error.message}.`, place);
    });
  parser.parse(xml);
  return building.root;
}

export function readXml(given: string): ReadXml {
  const xml = given.startsWith('\ufeff') ? given.slice(1) : given;
  if (xml.length > maxLength)
    return { kind: 'refused', message: `It has more than ${maxLength} characters.` };
  try {
    const root = parse(xml);
    return root ? { kind: 'read', root } : { kind: 'refused', message: 'It is not XML.' };
  } catch (cause) {
    return { kind: 'refused', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

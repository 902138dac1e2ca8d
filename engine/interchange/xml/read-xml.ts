// XML as a tree, read with saxen: no DTD, no entities but the five of XML, bounded in size and depth.
// What is not well-formed is a fault with its line; nothing is thrown.
import { Parser } from 'saxen';

export interface XmlElement {
  /** With the prefix that its namespace was given by the caller. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** Counted from 1. */
  line: number;
}
type XmlNode = XmlElement | string;

export interface XmlFault {
  line: number;
  message: string;
}
export type ReadXml = { kind: 'read'; root: XmlElement } | { kind: 'refused'; fault: XmlFault };

export const maxXmlLength = 2_000_000;
const maxDepth = 100;
const maxElements = 50_000;

interface Reading {
  open: XmlElement[];
  /** In document order. */
  all: XmlElement[];
  fault: XmlFault | null;
}

/** `prefixes` maps namespaces to the prefixes that their elements and attributes shall have. */
export function readXml(text: string, prefixes: Record<string, string>): ReadXml {
  const reading: Reading = { open: [], all: [], fault: null };
  if (text.length > maxXmlLength) {
    return refused({
      line: 1,
      message: `The text has more than ${maxXmlLength} characters. Split the chart.`,
    });
  }
  try {
    parse(text, prefixes, reading);
  } catch (cause) {
    reading.fault ??= { line: 1, message: cause instanceof Error ? cause.message : String(cause) };
  }
  const [root] = reading.all;
  if (reading.fault) return refused(reading.fault);
  if (!root) return refused({ line: 1, message: 'There is no element in it.' });
  setLines(text, reading.all);
  return { kind: 'read', root };
}

const refused = (fault: XmlFault): ReadXml => ({ kind: 'refused', fault });

type GetContext = () => { line: number };

function parse(text: string, prefixes: Record<string, string>, reading: Reading): void {
  const parser = new Parser({ proxy: true }).ns(prefixes);
  // To know a line, saxen counts from the start: it is asked once, for the first fault.
  const stop = (context: GetContext, message: string): void => {
    reading.fault ??= { line: context().line + 1, message };
    parser.stop();
  };
  const decode = (raw: string, context: GetContext, decodeEntities: (text: string) => string): string => {
    const unknown = unknownEntity(raw);
    if (unknown !== null)
      stop(context, `"${unknown}" is no entity of XML itself, and none can be declared here.`);
    return decodeEntities(raw);
  };
  parser.on('openTag', ({ name, attrs }, decodeEntities, _selfClosing, context) => {
    const attributes = Object.entries(attrs || {}).map(
      ([key, value]) => [key, decode(value, context, decodeEntities)] as const,
    );
    const message = open(reading, {
      name,
      attributes: Object.fromEntries(attributes),
      children: [],
      line: 0,
    });
    if (message !== null) stop(context, message);
  });
  parser.on('closeTag', () => {
    reading.open.pop();
  });
  parser.on('text', (raw, decodeEntities, context) => {
    reading.open.at(-1)?.children.push(decode(raw, context, decodeEntities));
  });
  parser.on('cdata', (raw) => {
    reading.open.at(-1)?.children.push(raw);
  });
  parser.on('attention', (_text, _decode, context) =>
    stop(context, 'A document type declaration is not read. Remove <!DOCTYPE …>.'),
  );
  parser.on('error', ({ message }, context) => stop(context, `It is not well-formed XML: ${message}.`));
  parser.on('warn', ({ message }, context) => stop(context, `It is not well-formed XML: ${message}.`));
  parser.parse(text);
}

/** Null, or why the element is one too many. */
function open(reading: Reading, element: XmlElement): string | null {
  const parent = reading.open.at(-1);
  const isSecondRoot = parent === undefined && reading.all.length > 0;
  parent?.children.push(element);
  reading.all.push(element);
  reading.open.push(element);
  if (isSecondRoot) return 'There is more than one element at the top.';
  if (reading.all.length > maxElements) return `It has more than ${maxElements} elements.`;
  return reading.open.length > maxDepth ? `It is nested more than ${maxDepth} deep.` : null;
}

const predefined = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);

/** Anything but the five entities of XML and characters by number would have to be declared in a DTD. */
const unknownEntity = (raw: string): string | null =>
  raw
    .match(/&[^;\s<&]{0,64};?/g)
    ?.find((found) => !predefined.has(found) && !/^&#(\d+|x[\da-f]+);$/i.test(found)) ?? null;

/** The text is well-formed by now, so each piece ends where it should. */
const pieces = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[A-Za-z_:]|\n/g;
const newlines = /\n/g;

function setLines(text: string, elements: readonly XmlElement[]): void {
  let line = 1;
  let next = 0;
  for (const [piece] of text.matchAll(pieces)) {
    if (/^<[A-Za-z_:]/.test(piece)) {
      const element = elements[next++];
      if (element) element.line = line;
    } else line += piece.match(newlines)?.length ?? 0;
  }
}

export const elementsIn = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

/** All text directly inside. */
export const textIn = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');

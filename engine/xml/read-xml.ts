// XML as a tree, read with saxen: no DTD, no entities but the five of XML, bounded in size and depth.
// What is not well-formed is a fault with its line; nothing is thrown.

import { Parser } from 'saxen';
import { grouped } from '../model/grouped.ts';

export interface XmlElement {
  /** With its prefix: the caller's, where the rules name one for the namespace. */
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

/** What a kind of document may be and hold. */
export interface XmlRules {
  maxLength: number;
  maxDepth: number;
  maxElements: number;
  /**
   * Prefixes that the names of elements and attributes shall have, by the namespaces that they stand for.
   * Without them, names are those written, and prefixes need not be declared.
   */
  prefixes?: Record<string, string>;
  /** An attribute whose name the parser does not know is left out: XML allows more letters than it does. */
  passOverOddAttributes?: boolean;
}

interface Reading {
  readonly rules: XmlRules;
  open: XmlElement[];
  /** In document order. */
  all: XmlElement[];
  fault: XmlFault | null;
}

export function readXml(given: string, rules: XmlRules): ReadXml {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const reading: Reading = { rules, open: [], all: [], fault: null };
  if (text.length > rules.maxLength)
    return refused({ line: 1, message: `It has more than ${grouped(rules.maxLength)} characters.` });
  try {
    parse(text, reading);
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
const oddAttribute = 'illegal attribute name char';

function parse(text: string, reading: Reading): void {
  const { prefixes, passOverOddAttributes } = reading.rules;
  const parser = new Parser({ proxy: true });
  if (prefixes) parser.ns(prefixes);
  // To know a line, saxen counts from the start: it is asked once, for the first fault.
  const stop = (context: GetContext, message: string): void => {
    reading.fault ??= { line: context().line + 1, message };
    parser.stop();
  };
  const decode = (raw: string, context: GetContext): string =>
    raw.replace(references, (reference) => {
      const character = characterOf(reference);
      if (character === null) stop(context, `"${reference}" ${whyUnknown(reference)}`);
      return character ?? '';
    });
  parser.on('openTag', ({ name, attrs }, _decode, _selfClosing, context) => {
    const attributes = Object.entries(attrs || {}).map(
      ([key, value]) => [key, decode(value, context)] as const,
    );
    const element = { name, attributes: Object.fromEntries(attributes), children: [], line: 0 };
    const message = open(reading, element);
    if (message !== null) stop(context, message);
  });
  parser.on('closeTag', () => {
    reading.open.pop();
  });
  parser.on('text', (raw, _decode, context) => {
    reading.open.at(-1)?.children.push(decode(raw, context));
  });
  parser.on('cdata', (raw) => {
    reading.open.at(-1)?.children.push(raw);
  });
  parser.on('attention', (_text, _decode, context) =>
    stop(context, 'A document type declaration is not read. Remove <!DOCTYPE …>.'),
  );
  const malformed = ({ message }: Error, context: GetContext): void =>
    stop(context, `It is not well-formed XML: ${message}.`);
  parser.on('error', malformed);
  parser.on('warn', (error, context) => {
    if (!passOverOddAttributes || error.message !== oddAttribute) malformed(error, context);
  });
  parser.parse(text);
}

/** Null, or why the element is one too many. */
function open(reading: Reading, element: XmlElement): string | null {
  const { maxElements, maxDepth } = reading.rules;
  const parent = reading.open.at(-1);
  const isSecondRoot = parent === undefined && reading.all.length > 0;
  parent?.children.push(element);
  reading.all.push(element);
  reading.open.push(element);
  if (isSecondRoot) return 'There is more than one element at the top.';
  if (reading.all.length > maxElements) return `It has more than ${grouped(maxElements)} elements.`;
  return reading.open.length > maxDepth ? `It is nested more than ${maxDepth} deep.` : null;
}

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);
const references = /&[^;\s<&]{0,64};?/g;

/** Null for anything but the five entities of XML and characters by number: it would have to be declared in a DTD. */
function characterOf(reference: string): string | null {
  const [, decimal, hexadecimal] = /^&#(?:(\d{1,7})|x([\da-f]{1,6}));$/i.exec(reference) ?? [];
  if (decimal === undefined && hexadecimal === undefined) return entities.get(reference) ?? null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

const whyUnknown = (reference: string): string =>
  reference.startsWith('&#')
    ? 'is no character.'
    : 'is no entity of XML itself, and none can be declared here.';

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

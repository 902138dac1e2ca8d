// Expressions of an SCXML document as FEEL, and the values that are known when it is read.
import type { Json } from '../../model/json.ts';
import { constantOf } from '../ecmascript/constant.ts';
import { EcmascriptError, type Js, parseEcmascript } from '../ecmascript/parse-ecmascript.ts';
import { type JsScope, literal, toFeel, toFeelCondition } from '../ecmascript/to-feel.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { complain, type Reading, stageOf } from './reading.ts';

/** What is known of variables at one point of a block of executable content. */
export type Known = Map<string, Json>;

/** At the start of a block: what nothing in the document ever changes. */
export function knownAtFirst({ declared, variables, assigned }: Reading): Known {
  const constant = [...variables.given].filter(([original]) => !assigned.has(original));
  return new Map(
    constant.flatMap(([original, name]) =>
      declared.has(name) ? [[original, declared.get(name) ?? null]] : [],
    ),
  );
}

const scopeOf = (reading: Reading, known: Known): JsScope => ({
  variable: (name) => reading.variables.given.get(name) ?? null,
  known: (name) => known.get(name),
  stage: (id) => (reading.histories.has(id) ? null : stageOf(reading, id)),
  machineName: reading.machineName,
});

/** Null after a problem. */
function translated(
  reading: Reading,
  element: XmlElement,
  text: string,
  translate: () => string,
): string | null {
  try {
    return translate();
  } catch (error) {
    if (!(error instanceof EcmascriptError)) throw error;
    const message = `<${element.name.replace(/^scxml:/, '')}>: "${text.trim()}" cannot be said in FEEL: ${error.message}.`;
    complain(reading, 'expression', element, message);
    return null;
  }
}

interface Given {
  element: XmlElement;
  text: string;
  known: Known;
}

/** An expression that gives a value; null after a problem. */
export function valueIn(reading: Reading, { element, text, known }: Given): string | null {
  if (reading.datamodel === 'feel') return text.trim();
  if (reading.datamodel === 'null') return noData(reading, element);
  return translated(reading, element, text, () => toFeel(parseEcmascript(text), scopeOf(reading, known)));
}

export function conditionIn(reading: Reading, { element, text, known }: Given): string | null {
  if (reading.datamodel === 'feel') return text.trim();
  return translated(reading, element, text, () =>
    toFeelCondition(parseEcmascript(text), scopeOf(reading, known)),
  );
}

function noData(reading: Reading, element: XmlElement): null {
  complain(reading, 'datamodel', element, 'The null data model has no values, only In() in conditions.');
  return null;
}

/** The value itself, when it is known now; undefined when it is not, or is no expression. */
export function constantIn(reading: Reading, text: string, known: Known): Json | undefined {
  if (reading.datamodel === 'feel') return feelConstant(text);
  try {
    return constantOfJs(reading, parseEcmascript(text), known);
  } catch (error) {
    if (error instanceof EcmascriptError) return undefined;
    throw error;
  }
}

export const constantOfJs = (reading: Reading, js: Js, known: Known): Json | undefined =>
  constantOf(js, (name) => (name === '_name' ? reading.machineName : known.get(name)));

/** @throws EcmascriptError */
export const valueOfJs = (reading: Reading, js: Js, known: Known): string =>
  toFeel(js, scopeOf(reading, known));

/** FEEL and JSON write numbers, texts, booleans and null alike. */
function feelConstant(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text content as a value: JSON or an expression when it is one, otherwise its text with single spaces (SCXML B.2). */
export function inlineValue(reading: Reading, text: string, known: Known): Json {
  return (
    constantIn(reading, text, known) ?? (text.trim() === 'null' ? null : text.trim().replace(/\s+/g, ' '))
  );
}

export const asFeel = (value: Json): string => literal(value);

// Expressions of an SCXML document as FEEL, and the values that are known when it is read.
import type { Json } from '../../model/json.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { constantOf } from '../ecmascript/constant.ts';
import { EcmascriptError, type Js, parseEcmascript } from '../ecmascript/parse-ecmascript.ts';
import { type JsScope, literal, toFeel, toFeelCondition } from '../ecmascript/to-feel.ts';
import { type Block, failAt, type Known } from './block.ts';
import { complain, type Reading, stageOf } from './reading.ts';

const scopeOf = (reading: Reading, known: Known): JsScope => ({
  variable: (name) => reading.variables.given.get(name) ?? null,
  known: (name) => known.get(name),
  stage: (id) => (reading.histories.has(id) ? null : stageOf(reading, id)),
  machineName: reading.machineName,
});

type Translated = { kind: 'feel'; feel: string } | { kind: 'beyond' | 'fails'; message: string };

function translate(text: string, element: XmlElement, toText: (js: Js) => string): Translated {
  try {
    return { kind: 'feel', feel: toText(parseEcmascript(text)) };
  } catch (error) {
    if (!(error instanceof EcmascriptError)) throw error;
    const where = `<${element.name.replace(/^scxml:/, '')}>`;
    const message = `${where}: "${text.trim()}" cannot be said in FEEL: ${error.message}.`;
    return { kind: error.certain ? 'fails' : 'beyond', message };
  }
}

/** An expression that gives a value; null after a problem, and when the block fails. */
export function valueIn(reading: Reading, block: Block, element: XmlElement, text: string): string | null {
  if (reading.datamodel === 'feel') return text.trim();
  if (reading.datamodel === 'null') {
    complain(reading, 'datamodel', element, 'The null data model has no values, only In() in conditions.');
    return null;
  }
  const read = translate(text, element, (js) => toFeel(js, scopeOf(reading, block.known)));
  if (read.kind === 'feel') return read.feel;
  if (read.kind === 'fails') failAt(reading, block, element, read.message);
  else complain(reading, 'expression', element, read.message);
  return null;
}

/** A condition; null after a problem. One that is certain to fail is false (5.9.1). */
export function conditionIn(
  reading: Reading,
  known: Known,
  element: XmlElement,
  text: string,
): string | null {
  if (reading.datamodel === 'feel') return text.trim();
  const read = translate(text, element, (js) => toFeelCondition(js, scopeOf(reading, known)));
  if (read.kind === 'feel') return read.feel;
  if (read.kind === 'beyond' || reading.hearsErrors) {
    complain(reading, 'expression', element, read.message);
    return null;
  }
  complain(reading, 'fails', element, `${read.message} It is never true.`, 'warning');
  return 'false';
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
export const inlineValue = (reading: Reading, text: string, known: Known): Json =>
  constantIn(reading, text, known) ?? (text.trim() === 'null' ? null : text.trim().replace(/\s+/g, ' '));

export const asFeel = (value: Json): string => literal(value);

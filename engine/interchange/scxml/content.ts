// Executable content (SCXML 4) as a list of actions. Branches become actions with guards, loops over values that
// are known are written out, and scripts that only assign are assignments.

import type { Action } from '../../model/action.ts';
import { grouped } from '../../model/grouped.ts';
import type { Json } from '../../model/json.ts';
import { elementsIn, textIn, type XmlElement } from '../../xml/read-xml.ts';
import { EcmascriptError } from '../ecmascript/parse-ecmascript.ts';
import { parseScript } from '../ecmascript/parse-script.ts';
import { type Block, beginBlock, failAt, failure } from './block.ts';
import { readBranches } from './branches.ts';
import { own, scxmlName } from './namespaces.ts';
import { complain, type Reading } from './reading.ts';
import { readCancel, readRaise, readSend } from './sends.ts';
import { asFeel, constantIn, constantOfJs, inlineValue, valueIn, valueOfJs } from './values.ts';

const maxActions = 20_000;

/** A whole block: what an assignment gives, the rest of it knows; what fails, ends it. */
export function readBlock(reading: Reading, elements: readonly XmlElement[]): Action[] {
  const block = beginBlock(reading);
  const actions = readContent(reading, elements, block);
  return block.failed ? [...actions, failure] : actions;
}

function readContent(reading: Reading, elements: readonly XmlElement[], block: Block): Action[] {
  const actions: Action[] = [];
  for (const element of elements) {
    if (block.failed || reading.actions > maxActions) break;
    const next = readElement(reading, element, block);
    reading.actions += next.length + 1;
    if (!block.failed || isLoop(element)) actions.push(...next);
    if (reading.actions > maxActions)
      complain(reading, 'size', element, `It makes more than ${grouped(maxActions)} actions.`);
  }
  return actions;
}

/** What its turns have done before one failed is done. */
const isLoop = ({ name }: XmlElement): boolean => ['foreach', 'script'].includes(scxmlName(name) ?? '');

function readElement(reading: Reading, element: XmlElement, block: Block): Action[] {
  switch (scxmlName(element.name)) {
    case 'raise':
      return readRaise(reading, element, block);
    case 'send':
      return readSend(reading, element, block);
    case 'cancel':
      return readCancel(reading, element, block);
    case 'assign':
      return readAssign(reading, element, block);
    case 'script':
      return readScript(reading, element, block);
    case 'if':
      return readBranches(reading, element, block, readContent);
    case 'foreach':
      return readLoop(reading, element, block);
    case 'log':
      return [];
    case null:
      return readOwn(reading, element);
    default:
      complain(reading, 'content', element, `<${element.name}> is no executable content that can be read.`);
      return [];
  }
}

/** An action that SCXML has no word for, written out as JSON; the door of the cycle validates it. */
function readOwn(reading: Reading, element: XmlElement): Action[] {
  if (element.name !== `${own}:action`) {
    complain(reading, 'foreign', element, `<${element.name}> is passed over.`, 'info');
    return [];
  }
  try {
    return [JSON.parse(textIn(element))];
  } catch {
    complain(reading, 'action', element, 'The action is not JSON.');
    return [];
  }
}

interface Assigned {
  element: XmlElement;
  original: string;
  value: string;
  constant: Json | undefined;
}

function assign(reading: Reading, block: Block, { element, original, value, constant }: Assigned): Action[] {
  const variable = reading.datamodel === 'feel' ? original : reading.variables.given.get(original);
  if (variable === undefined) {
    noSuchLocation(reading, block, element, original);
    return [];
  }
  if (constant === undefined) block.known.delete(original);
  else block.known.set(original, constant);
  return [{ do: 'set', variable, value }];
}

/** SCXML 5.4: a location that is not there, or a value of the system, cannot be assigned to. */
function noSuchLocation(reading: Reading, block: Block, element: XmlElement, location: string): void {
  const [base = ''] = location.split(/[.[]/);
  if (reading.variables.given.has(base)) {
    complain(reading, 'location', element, `Only whole variables are assigned here, not "${location}".`);
  } else {
    failAt(reading, block, element, `There is no variable "${base}" in the data model.`);
  }
}

function readAssign(reading: Reading, element: XmlElement, block: Block): Action[] {
  const { location = '', expr } = element.attributes;
  const original = location.trim();
  if (expr === undefined) {
    const constant = inlineValue(reading, textIn(element), block.known);
    return assign(reading, block, { element, original, value: asFeel(constant), constant });
  }
  const value = valueIn(reading, block, element, expr);
  const constant = constantIn(reading, expr, block.known);
  return value === null ? [] : assign(reading, block, { element, original, value, constant });
}

function scriptOf(reading: Reading, element: XmlElement): string | null {
  const { src } = element.attributes;
  if (src === undefined) return textIn(element);
  const text = reading.resource(src);
  if (text === undefined)
    complain(reading, 'src', element, `The script "${src}" is not there. Put it into the document.`);
  return text ?? null;
}

function readScript(reading: Reading, element: XmlElement, block: Block): Action[] {
  const text = scriptOf(reading, element);
  if (text === null) return [];
  if (reading.datamodel !== 'ecmascript') {
    complain(reading, 'script', element, 'Scripts are read in the ECMAScript data model only.');
    return [];
  }
  try {
    return parseScript(text).flatMap(({ variable, value: js }) => {
      const value = valueOfJs(reading, js, block.known);
      const constant = constantOfJs(reading, js, block.known);
      return assign(reading, block, { element, original: variable, value, constant });
    });
  } catch (error) {
    if (!(error instanceof EcmascriptError)) throw error;
    complain(reading, 'script', element, `The script cannot be said in actions: ${error.message}.`);
    return [];
  }
}

const itemName = /^[A-Za-z_$][\w$]*$/;
const notNames = /^(break|case|catch|continue|do|else|for|if|in|new|return|this|try|var|void|while|with)$/;

function readLoop(reading: Reading, element: XmlElement, block: Block): Action[] {
  const { array = '', item = '', index } = element.attributes;
  const items = constantIn(reading, array, block.known);
  if (!itemName.test(item) || notNames.test(item)) {
    failAt(reading, block, element, `"${item}" cannot be the name of a variable.`);
    return [];
  }
  if (items === undefined) {
    const message = `A loop is only read over a list that is known beforehand; "${array}" is not.`;
    complain(reading, 'foreach', element, message);
    return [];
  }
  if (!Array.isArray(items)) {
    failAt(reading, block, element, `"${array}" is no list.`);
    return [];
  }
  return items.flatMap((value, number) =>
    readTurn(reading, element, block, [
      [item, value],
      [index, number],
    ]),
  );
}

function readTurn(
  reading: Reading,
  element: XmlElement,
  block: Block,
  given: readonly [string | undefined, Json][],
): Action[] {
  if (block.failed) return [];
  const turn = given.flatMap(([original, constant]) =>
    original === undefined
      ? []
      : assign(reading, block, { element, original, value: asFeel(constant), constant }),
  );
  return [...turn, ...readContent(reading, elementsIn(element), block)];
}

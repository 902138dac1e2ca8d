// Executable content (SCXML 4) as a list of actions. Branches become actions with guards, loops over values that
// are known are written out, and scripts that only assign are assignments.
import type { Action } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import { EcmascriptError } from '../ecmascript/parse-ecmascript.ts';
import { parseScript } from '../ecmascript/parse-script.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { readBranches } from './branches.ts';
import { own, scxmlName } from './namespaces.ts';
import { complain, type Reading } from './reading.ts';
import { readCancel, readRaise, readSend } from './sends.ts';
import {
  asFeel,
  constantIn,
  constantOfJs,
  inlineValue,
  type Known,
  knownAtFirst,
  valueIn,
  valueOfJs,
} from './values.ts';

const maxActions = 20_000;

/** One block: what an assignment gives, the rest of the block knows. */
export const readBlock = (reading: Reading, elements: readonly XmlElement[]): Action[] =>
  readContent(reading, elements, knownAtFirst(reading));

export function readContent(reading: Reading, elements: readonly XmlElement[], known: Known): Action[] {
  const actions: Action[] = [];
  for (const element of elements) {
    if (reading.actions > maxActions) break;
    const next = readElement(reading, element, known);
    reading.actions += next.length + 1;
    actions.push(...next);
    if (reading.actions > maxActions)
      complain(reading, 'size', element, `It makes more than ${maxActions} actions.`);
  }
  return actions;
}

function readElement(reading: Reading, element: XmlElement, known: Known): Action[] {
  switch (scxmlName(element.name)) {
    case 'raise':
      return readRaise(reading, element, known);
    case 'send':
      return readSend(reading, element, known);
    case 'cancel':
      return readCancel(reading, element, known);
    case 'assign':
      return readAssign(reading, element, known);
    case 'script':
      return readScript(reading, element, known);
    case 'if':
      return readBranches(reading, element, known, readContent);
    case 'foreach':
      return readLoop(reading, element, known);
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

function assign(reading: Reading, known: Known, { element, original, value, constant }: Assigned): Action[] {
  const variable = reading.datamodel === 'feel' ? original : reading.variables.given.get(original);
  if (variable === undefined) {
    const hint = /^[A-Za-z_$][\w$]*$/.test(original) ? '' : ' Only whole variables are assigned here.';
    complain(reading, 'location', element, `There is no variable "${original}" in the data model.${hint}`);
    return [];
  }
  if (constant === undefined) known.delete(original);
  else known.set(original, constant);
  return [{ do: 'set', variable, value }];
}

function readAssign(reading: Reading, element: XmlElement, known: Known): Action[] {
  const { location = '', expr } = element.attributes;
  const original = location.trim();
  if (expr === undefined) {
    const constant = inlineValue(reading, textIn(element), known);
    return assign(reading, known, { element, original, value: asFeel(constant), constant });
  }
  const value = valueIn(reading, { element, text: expr, known });
  const constant = constantIn(reading, expr, known);
  return value === null ? [] : assign(reading, known, { element, original, value, constant });
}

function scriptOf(reading: Reading, element: XmlElement): string | null {
  const { src } = element.attributes;
  if (src === undefined) return textIn(element);
  const text = reading.resource(src);
  if (text === undefined)
    complain(reading, 'src', element, `The script "${src}" is not there. Put it into the document.`);
  return text ?? null;
}

function readScript(reading: Reading, element: XmlElement, known: Known): Action[] {
  const text = scriptOf(reading, element);
  if (text === null) return [];
  if (reading.datamodel !== 'ecmascript') {
    complain(reading, 'script', element, 'Scripts are read in the ECMAScript data model only.');
    return [];
  }
  try {
    return parseScript(text).flatMap(({ variable, value: js }) => {
      const value = valueOfJs(reading, js, known);
      const constant = constantOfJs(reading, js, known);
      return value === null ? [] : assign(reading, known, { element, original: variable, value, constant });
    });
  } catch (error) {
    if (!(error instanceof EcmascriptError)) throw error;
    complain(reading, 'script', element, `The script cannot be said in actions: ${error.message}.`);
    return [];
  }
}

function readLoop(reading: Reading, element: XmlElement, known: Known): Action[] {
  const { array = '', item = '', index } = element.attributes;
  const items = constantIn(reading, array, known);
  if (!Array.isArray(items)) {
    complain(
      reading,
      'foreach',
      element,
      `A loop is only read over a list that is known beforehand; "${array}" is not.`,
    );
    return [];
  }
  return items.flatMap((value, number) => {
    const turn = (original: string, constant: Json) =>
      assign(reading, known, { element, original, value: asFeel(constant), constant });
    return [
      ...turn(item, value),
      ...(index === undefined ? [] : turn(index, number)),
      ...readContent(reading, elementsIn(element), known),
    ];
  });
}

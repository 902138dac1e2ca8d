// <datamodel> (SCXML 5.2, 5.3): variables with their start values. What is not known until a plan starts is set then.
import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import { elementsIn, textIn, type XmlElement } from '../../xml/read-xml.ts';
import { type Block, failure } from './block.ts';
import { scxmlName } from './namespaces.ts';
import { complain, named, type Reading } from './reading.ts';
import { asFeel, constantIn, inlineValue, valueIn } from './values.ts';

/** A value, or an expression for it; null after a problem, and when it fails. */
type Start = { json: Json } | { feel: string } | null;

function startOf(reading: Reading, element: XmlElement, block: Block): Start {
  const { expr, src } = element.attributes;
  if (expr !== undefined) {
    const json = constantIn(reading, expr, block.known);
    if (json !== undefined) return { json };
    const feel = valueIn(reading, block, element, expr);
    return feel === null ? null : { feel };
  }
  if (elementsIn(element).length > 0) {
    complain(reading, 'data', element, 'XML as a value is not read.');
    return null;
  }
  const text = src === undefined ? textIn(element) : reading.resource(src.replace(/^file:/, ''));
  if (text === undefined) {
    complain(reading, 'src', element, `The file "${src}" is not there. Put the value into the document.`);
    return null;
  }
  return { json: text.trim() === '' ? null : inlineValue(reading, text, block.known) };
}

export interface Data {
  /** Done when a plan starts. */
  atStart: Action[];
  /** Done when the state is first entered, in documents that bind late (5.3.3). */
  late: Map<XmlElement, Action[]>;
}

interface Placed {
  data: XmlElement;
  state: XmlElement;
}

function dataElements(element: XmlElement): Placed[] {
  const own = named(element, 'datamodel').flatMap((model) => named(model, 'data'));
  const inner = elementsIn(element).filter(({ name }) =>
    ['state', 'parallel'].includes(scxmlName(name) ?? ''),
  );
  return [...own.map((data) => ({ data, state: element })), ...inner.flatMap(dataElements)];
}

function readOne(reading: Reading, { data, state }: Placed, into: Data): void {
  const variable = reading.variables.given.get(data.attributes.id ?? '');
  if (variable === undefined) {
    complain(reading, 'data', data, 'A value of the data model needs an id.');
    return;
  }
  const block: Block = { known: new Map(), failed: false };
  const start = startOf(reading, data, block);
  if (block.failed) into.atStart.push(failure);
  if (start === null) return;
  const isLate = reading.root.attributes.binding === 'late' && state !== reading.root;
  const value = 'json' in start ? asFeel(start.json) : start.feel;
  if (isLate) {
    const first: Action = { do: 'set', guard: `${variable} = null`, variable, value };
    into.late.set(state, [...(into.late.get(state) ?? []), first]);
  } else if ('json' in start) reading.declared.set(variable, start.json);
  else into.atStart.push({ do: 'set', variable, value });
}

export function readData(reading: Reading): Data {
  const data: Data = { atStart: [], late: new Map() };
  for (const variable of reading.variables.given.values()) reading.declared.set(variable, null);
  for (const placed of dataElements(reading.root)) readOne(reading, placed, data);
  return data;
}

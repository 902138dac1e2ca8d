// <datamodel> (SCXML 5.2, 5.3): variables with their start values. What is not known until a plan starts is set then.
import type { Action } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { scxmlName } from './namespaces.ts';
import { complain, named, type Reading } from './reading.ts';
import { asFeel, constantIn, inlineValue, valueIn } from './values.ts';

/** A value, an expression for it, or null after a problem. */
type Start = { json: Json } | { feel: string } | null;

function startOf(reading: Reading, element: XmlElement): Start {
  const { expr, src } = element.attributes;
  const known = new Map();
  if (expr !== undefined) {
    const json = constantIn(reading, expr, known);
    if (json !== undefined) return { json };
    const feel = valueIn(reading, { element, text: expr, known });
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
  return { json: text.trim() === '' ? null : inlineValue(reading, text, known) };
}

export interface Data {
  /** Done when a plan starts. */
  atStart: Action[];
  /** Done when the state is first entered, in documents that bind late (5.3.3). */
  late: Map<XmlElement, Action[]>;
}

function dataElements(element: XmlElement, state: XmlElement): { data: XmlElement; state: XmlElement }[] {
  const own = named(element, 'datamodel').flatMap((model) =>
    named(model, 'data').map((data) => ({ data, state })),
  );
  const inner = elementsIn(element).filter(({ name }) =>
    ['state', 'parallel'].includes(scxmlName(name) ?? ''),
  );
  return [...own, ...inner.flatMap((child) => dataElements(child, child))];
}

export function readData(reading: Reading): Data {
  const { root } = reading;
  const atStart: Action[] = [];
  const late = new Map<XmlElement, Action[]>();
  for (const variable of reading.variables.given.values()) reading.declared.set(variable, null);
  for (const { data, state } of dataElements(root, root)) {
    const variable = reading.variables.given.get(data.attributes.id ?? '');
    if (variable === undefined) {
      complain(reading, 'data', data, 'A value of the data model needs an id.');
      continue;
    }
    const start = startOf(reading, data);
    if (start === null) continue;
    const isLate = root.attributes.binding === 'late' && state !== root;
    if ('json' in start && !isLate) reading.declared.set(variable, start.json);
    else {
      const value = 'json' in start ? asFeel(start.json) : start.feel;
      if (isLate)
        late.set(state, [
          ...(late.get(state) ?? []),
          { do: 'set', guard: `${variable} = null`, variable, value },
        ]);
      else atStart.push({ do: 'set', variable, value });
    }
  }
  return { atStart, late };
}

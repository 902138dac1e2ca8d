// Events that executable content sends: <raise>, <send>, <cancel> (SCXML 4.2, 6.2, 6.3).
import type { Action } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { spanOfTime } from './delays.ts';
import { doneTypeIn } from './events.ts';
import { complain, named, ownAttribute, type Reading } from './reading.ts';
import { asFeel, constantIn, inlineValue, type Known, valueIn } from './values.ts';

const processor = /^(scxml|https?:\/\/www\.w3\.org\/TR\/scxml\/?#SCXMLEventProcessor)$/;
const eventName = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/;

/** An attribute, or what its …expr gives when that is known now. Undefined when there is neither; null after a problem. */
function given(reading: Reading, element: XmlElement, name: string, known: Known): string | null | undefined {
  const plain = element.attributes[name];
  const expression = element.attributes[`${name}expr`];
  if (plain !== undefined || expression === undefined) return plain;
  const value = constantIn(reading, expression, known);
  if (typeof value === 'string') return value;
  complain(
    reading,
    'send',
    element,
    `"${name}expr" is only read where its value is known beforehand; "${expression}" is not.`,
  );
  return null;
}

function typeOf(reading: Reading, element: XmlElement, known: Known): string | null {
  const name = given(reading, element, 'event', known);
  if (typeof name === 'string' && eventName.test(name)) return doneTypeIn(reading, name);
  if (name !== null) {
    complain(
      reading,
      'event',
      element,
      name === undefined
        ? 'An event is sent without a name.'
        : `"${name}" cannot be the name of an event here.`,
    );
  }
  return null;
}

export function readRaise(reading: Reading, element: XmlElement, known: Known): Action[] {
  const event = typeOf(reading, element, known);
  return event === null ? [] : [{ do: 'raise', event }];
}

/** What an event carries besides named values is its `content`. */
export function dataOf(
  reading: Reading,
  element: XmlElement,
  known: Known,
): Record<string, string> | undefined {
  const entries: [string, string | null][] = [
    ...(element.attributes.namelist ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((name): [string, string | null] => [name, valueIn(reading, { element, text: name, known })]),
    ...named(element, 'param').map((param): [string, string | null] => [
      param.attributes.name ?? '',
      valueIn(reading, {
        element: param,
        text: param.attributes.expr ?? param.attributes.location ?? 'null',
        known,
      }),
    ]),
    ...named(element, 'content').flatMap((content) => contentOf(reading, content, known)),
  ];
  const sound = entries.filter((entry): entry is [string, string] => entry[1] !== null);
  return sound.length > 0 ? Object.fromEntries(sound) : undefined;
}

function contentOf(reading: Reading, content: XmlElement, known: Known): [string, string | null][] {
  const { expr } = content.attributes;
  if (expr !== undefined) return [['content', valueIn(reading, { element: content, text: expr, known })]];
  if (elementsIn(content).length > 0) {
    complain(reading, 'content', content, 'XML inside <content> is not read; use <param>.');
    return [];
  }
  const value = inlineValue(reading, textIn(content), known);
  return isObject(value)
    ? Object.entries(value).map(([key, item]) => [key, asFeel(item)])
    : [['content', asFeel(value)]];
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null after a problem. */
function delayOf(reading: Reading, element: XmlElement, known: Known): string | null {
  const ownSpan = ownAttribute(element, 'delay');
  if (ownSpan !== undefined) return ownSpan;
  const delay = given(reading, element, 'delay', known);
  if (typeof delay !== 'string') return delay === undefined ? 'PT0S' : null;
  const span = spanOfTime(delay);
  if (span === null)
    complain(reading, 'delay', element, `"${delay}" is no time. Use one such as 10s or 500ms.`);
  return span;
}

export function readSend(reading: Reading, element: XmlElement, known: Known): Action[] {
  const event = typeOf(reading, element, known);
  const target = given(reading, element, 'target', known);
  const type = given(reading, element, 'type', known);
  if (event === null || target === null || type === null) return [];
  if (type !== undefined && !processor.test(type)) {
    complain(reading, 'send', element, `Events of the type "${type}" are not sent; use a subscription.`);
    return [];
  }
  const data = dataOf(reading, element, known);
  const raise: Action = { do: 'raise', event, ...(data ? { data } : {}) };
  if (target === '#_internal') return [raise];
  if (target !== undefined && target !== '') {
    complain(
      reading,
      'send',
      element,
      `There is nobody called "${target}" to send to; leave the target out.`,
    );
    return [];
  }
  return delayed(reading, element, known, raise);
}

function delayed(
  reading: Reading,
  element: XmlElement,
  known: Known,
  raise: Extract<Action, { do: 'raise' }>,
): Action[] {
  const delay = delayOf(reading, element, known);
  if (delay === null) return [];
  const { id, idlocation } = element.attributes;
  if (idlocation === undefined) {
    return [{ ...raise, delay, ...(id === undefined ? {} : { id: reading.sends.name(id) }) }];
  }
  const variable = reading.variables.given.get(idlocation);
  if (variable === undefined) {
    complain(reading, 'location', element, `There is no variable "${idlocation}" in the data model.`);
    return [];
  }
  const made = reading.sends.name(id ?? `${raise.event} of line ${element.line}`);
  known.set(idlocation, made);
  return [
    { do: 'set', variable, value: asFeel(made) },
    { ...raise, delay, id: made },
  ];
}

export function readCancel(reading: Reading, element: XmlElement, known: Known): Action[] {
  const id = given(reading, element, 'sendid', known);
  if (typeof id === 'string')
    return [{ do: 'cancel', id: reading.sends.given.get(id) ?? reading.sends.name(id) }];
  if (id === undefined) complain(reading, 'cancel', element, 'Say with "sendid" what is to be cancelled.');
  return [];
}

// Events that executable content sends: <raise>, <send>, <cancel> (SCXML 4.2, 6.2, 6.3).
import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import { elementsIn, textIn, type XmlElement } from '../../xml/read-xml.ts';
import { spanOfTime } from '../delays.ts';
import { type Block, failAt } from './block.ts';
import { doneTypeIn } from './events.ts';
import { complain, named, ownAttribute, type Reading } from './reading.ts';
import { asFeel, constantIn, inlineValue, valueIn } from './values.ts';

const processor = /^(scxml|https?:\/\/www\.w3\.org\/TR\/scxml\/?#SCXMLEventProcessor)$/;
const otherProcessor = /^(basichttp|https?:\/\/)/;
const eventName = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/;

/** An attribute, or what its …expr gives when that is known now. Undefined when there is neither; null after a problem. */
function given(reading: Reading, block: Block, element: XmlElement, name: string): string | null | undefined {
  const plain = element.attributes[name];
  const expression = element.attributes[`${name}expr`];
  if (plain !== undefined || expression === undefined) return plain;
  const value = constantIn(reading, expression, block.known);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const message = `"${name}expr" is only read where its value is known beforehand; "${expression}" is not.`;
  complain(reading, 'send', element, message);
  return null;
}

function typeOf(reading: Reading, block: Block, element: XmlElement): string | null {
  const name = given(reading, block, element, 'event');
  if (typeof name === 'string' && eventName.test(name)) return doneTypeIn(reading, name);
  if (name !== null) {
    const message =
      name === undefined
        ? 'An event is sent without a name.'
        : `"${name}" cannot be the name of an event here.`;
    complain(reading, 'event', element, message);
  }
  return null;
}

export function readRaise(reading: Reading, element: XmlElement, block: Block): Action[] {
  const event = typeOf(reading, block, element);
  return event === null ? [] : [{ do: 'raise', event }];
}

type Entry = [string, string | null];

/** What an event carries besides named values is its `content`. */
export function dataOf(
  reading: Reading,
  element: XmlElement,
  block: Block,
): Record<string, string> | undefined {
  const names = (element.attributes.namelist ?? '').split(/\s+/).filter(Boolean);
  const entries: Entry[] = [
    ...names.map((name): Entry => [name, valueIn(reading, block, element, name)]),
    ...named(element, 'param').map((param): Entry => {
      const { name = '', expr, location = 'null' } = param.attributes;
      return [name, valueIn(reading, block, param, expr ?? location)];
    }),
    ...named(element, 'content').flatMap((content) => contentOf(reading, content, block)),
  ];
  const sound = entries.filter((entry): entry is [string, string] => entry[1] !== null);
  return sound.length > 0 ? Object.fromEntries(sound) : undefined;
}

function contentOf(reading: Reading, content: XmlElement, block: Block): Entry[] {
  const { expr } = content.attributes;
  if (expr !== undefined) return [['content', valueIn(reading, block, content, expr)]];
  if (elementsIn(content).length > 0) {
    complain(reading, 'content', content, 'XML inside <content> is not read; use <param>.');
    return [];
  }
  const value = inlineValue(reading, textIn(content), block.known);
  return isObject(value)
    ? Object.entries(value).map(([key, item]): Entry => [key, asFeel(item)])
    : [['content', asFeel(value)]];
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null after a problem. */
function delayOf(reading: Reading, block: Block, element: XmlElement): string | null {
  const ownSpan = ownAttribute(element, 'delay');
  if (ownSpan !== undefined) return ownSpan;
  const delay = given(reading, block, element, 'delay');
  if (typeof delay !== 'string') return delay === undefined ? 'PT0S' : null;
  const span = spanOfTime(delay);
  if (span === null)
    complain(reading, 'delay', element, `"${delay}" is no time. Use one such as 10s or 500ms.`);
  return span;
}

/** Whom it is sent to: this plan's own queues, nobody that can be reached, or nobody at all (6.2.3, C.1). */
type Addressee = 'internal' | 'external' | 'unreachable' | 'refused';

function addresseeOf(reading: Reading, block: Block, element: XmlElement): Addressee {
  const target = given(reading, block, element, 'target');
  const type = given(reading, block, element, 'type');
  if (target === null || type === null) return 'refused';
  if (type !== undefined && !processor.test(type)) {
    const message = `Events of the type "${type}" are not sent; use a subscription.`;
    if (otherProcessor.test(type)) complain(reading, 'send', element, message);
    else failAt(reading, block, element, message);
    return 'refused';
  }
  if (target === undefined || target === '') return 'external';
  if (target === '#_internal') return 'internal';
  if (target.startsWith('#_scxml_')) return 'unreachable';
  const message = `There is nobody called "${target}" to send to; leave the target out.`;
  if (target.includes('#')) complain(reading, 'send', element, message);
  else failAt(reading, block, element, message);
  return 'refused';
}

export function readSend(reading: Reading, element: XmlElement, block: Block): Action[] {
  const event = typeOf(reading, block, element);
  const addressee = addresseeOf(reading, block, element);
  if (event === null || addressee === 'refused') return [];
  const data = dataOf(reading, element, block);
  const raise: Raise = { do: 'raise', event, ...(data ? { data } : {}) };
  if (addressee === 'internal') return [raise];
  if (addressee === 'external') return delayed(reading, element, block, raise);
  complain(
    reading,
    'send',
    element,
    'There is no other session to send to; it raises error.communication.',
    'warning',
  );
  return [{ do: 'raise', event: 'error.communication' }];
}

type Raise = Extract<Action, { do: 'raise' }>;

function delayed(reading: Reading, element: XmlElement, block: Block, raise: Raise): Action[] {
  const delay = delayOf(reading, block, element);
  if (delay === null) return [];
  const { id, idlocation } = element.attributes;
  if (idlocation === undefined) {
    return [{ ...raise, delay, ...(id === undefined ? {} : { id: reading.sends.name(id) }) }];
  }
  const variable = reading.variables.given.get(idlocation);
  if (variable === undefined) {
    failAt(reading, block, element, `There is no variable "${idlocation}" in the data model.`);
    return [];
  }
  const made = reading.sends.name(id ?? `${raise.event} of line ${element.line}`);
  block.known.set(idlocation, made);
  return [
    { do: 'set', variable, value: asFeel(made) },
    { ...raise, delay, id: made },
  ];
}

export function readCancel(reading: Reading, element: XmlElement, block: Block): Action[] {
  const id = given(reading, block, element, 'sendid');
  if (typeof id === 'string') return [{ do: 'cancel', id: reading.sends.name(id) }];
  if (id === undefined) complain(reading, 'cancel', element, 'Say with "sendid" what is to be cancelled.');
  return [];
}

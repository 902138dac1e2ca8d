// Delayed sends that are timers of a state: sent when it is entered, cancelled when it is left, and heard by the
// state alone. A cycle has them as `after`.

import { elementsIn, type XmlElement } from '../../xml/read-xml.ts';
import { spanOfTime } from '../delays.ts';
import { scxmlName } from './namespaces.ts';
import { named, ownAttribute, type Reading } from './reading.ts';

export interface StageTimer {
  /** Of the event that tells that the time has come. */
  event: string;
  delay: string;
  /** Null when it has the name that a timer has by default. */
  id: string | null;
  send: XmlElement;
  cancel: XmlElement;
}

const contentOf = (state: XmlElement, block: string): XmlElement[] => named(state, block).flatMap(elementsIn);

function delayOf(send: XmlElement): string | null {
  const span = ownAttribute(send, 'delay');
  if (span !== undefined) return span;
  return send.attributes.delay === undefined ? null : spanOfTime(send.attributes.delay);
}

const plainKeys = new Set(['event', 'id', 'delay', 'delayexpr', 'type', 'cw:delay', 'cw:timer']);

/** Nothing but an event, a name and a delay; with the name the leaving state cancels it. */
function timerOf(state: XmlElement, send: XmlElement): StageTimer | null {
  const { event, id } = send.attributes;
  const delay = delayOf(send);
  const isPlain =
    Object.keys(send.attributes).every((key) => plainKeys.has(key)) && elementsIn(send).length === 0;
  const cancel = contentOf(state, 'onexit').find(
    (element) => scxmlName(element.name) === 'cancel' && element.attributes.sendid === id,
  );
  if (event === undefined || id === undefined || delay === null || !isPlain || !cancel) return null;
  const name = ownAttribute(send, 'timer');
  return { event, delay, id: name === undefined || name === '' ? null : name, send, cancel };
}

/** How often each word stands in the descriptors and sends of the whole document. */
export interface Mentions {
  heard: ReadonlyMap<string, number>;
  sent: ReadonlyMap<string, number>;
  patterns: readonly string[];
}

export function mentionsIn({ root }: Reading): Mentions {
  const heard = new Map<string, number>();
  const sent = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const visit = (element: XmlElement): void => {
    const { event = '' } = element.attributes;
    const name = scxmlName(element.name);
    if (name === 'transition') for (const word of event.split(/\s+/).filter(Boolean)) count(heard, word);
    if (name === 'send' || name === 'raise') count(sent, event);
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return { heard, sent, patterns: [...heard.keys()].filter((word) => !word.startsWith('timer.')) };
}

/** Nobody else sends or hears it, not even by a prefix. */
function isOwn({ event }: StageTimer, state: XmlElement, { heard, sent, patterns }: Mentions): boolean {
  const own = named(state, 'transition').filter(
    ({ attributes }) => attributes.event?.trim() === event,
  ).length;
  const byPrefix = patterns.some((word) => {
    const words = word.replace(/\.?\*$/, '').replace(/\.$/, '');
    return words !== event && (words === '' || event.startsWith(`${words}.`));
  });
  return own === 1 && heard.get(event) === 1 && sent.get(event) === 1 && !byPrefix;
}

export function stageTimersOf(state: XmlElement, mentions: Mentions): StageTimer[] {
  return contentOf(state, 'onentry')
    .filter((element) => scxmlName(element.name) === 'send')
    .flatMap((send) => timerOf(state, send) ?? [])
    .filter((timer) => ownAttribute(timer.send, 'timer') !== undefined || isOwn(timer, state, mentions));
}

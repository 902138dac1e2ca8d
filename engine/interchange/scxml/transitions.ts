// <transition> (SCXML 3.5): where it leads, what it waits for, and the state's timers among them.

import { eventDescriptorSchema } from '../../model/action.ts';
import type { DelayedTransition, Transition } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { elementsIn, type XmlElement } from '../../xml/read-xml.ts';
import { beginBlock } from './block.ts';
import { readBlock } from './content.ts';
import { descriptorIn, doneTypeIn } from './events.ts';
import { listenersOf } from './listeners.ts';
import { scxmlName } from './namespaces.ts';
import { complain, idOf, named, ownAttribute, type Reading, stageOf, statesIn } from './reading.ts';
import type { StageTimer } from './stage-timers.ts';
import { conditionIn } from './values.ts';

/** Null after a problem. */
export function targetsIn(reading: Reading, element: XmlElement, targets: string): StageId[] | null {
  const ids = targets.split(/\s+/).filter(Boolean);
  const unknown = ids.filter((id) => stageOf(reading, id) === null);
  for (const id of unknown) complain(reading, 'target', element, `There is no state "${id}" to go to.`);
  return unknown.length > 0 ? null : ids.map((id) => stageOf(reading, id) ?? '');
}

export interface Aim {
  to?: StageId;
  also?: StageId[];
}

export function aimIn(reading: Reading, element: XmlElement): Aim {
  const [to, ...also] = targetsIn(reading, element, element.attributes.target ?? '') ?? [];
  if (to === undefined) return {};
  return also.length > 0 ? { to, also } : { to };
}

/** An internal transition is one only from a compound state to states inside it (3.5). */
function isInternal(reading: Reading, source: XmlElement, element: XmlElement): boolean {
  if (element.attributes.type !== 'internal' || scxmlName(source.name) !== 'state') return false;
  const inside = new Set(descendants(source).map((state) => idOf(reading, state)));
  const targets = (element.attributes.target ?? '').split(/\s+/).filter(Boolean);
  return targets.length > 0 && targets.every((id) => inside.has(id));
}

const descendants = (state: XmlElement): XmlElement[] =>
  statesIn(state).flatMap((inner) => [inner, ...descendants(inner)]);

function readTransition(reading: Reading, source: XmlElement, element: XmlElement): Transition {
  const { cond } = element.attributes;
  const guard = cond === undefined ? null : conditionIn(reading, beginBlock(reading).known, element, cond);
  const actions = readBlock(reading, elementsIn(element));
  const description = ownAttribute(element, 'description');
  return {
    ...aimIn(reading, element),
    ...(guard === null || guard === 'true' ? {} : { guard }),
    ...(actions.length > 0 ? { do: actions } : {}),
    ...(isInternal(reading, source, element) ? { internal: true } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

function descriptorsOf(reading: Reading, element: XmlElement): string[] {
  const words = (element.attributes.event ?? '').split(/\s+/).filter(Boolean);
  const isExact = ownAttribute(element, 'match') === 'exact';
  const descriptors = words.map((word) =>
    isExact ? doneTypeIn(reading, word) : descriptorIn(reading, word),
  );
  const unfit = descriptors.filter((descriptor) => !eventDescriptorSchema.safeParse(descriptor).success);
  for (const word of unfit)
    complain(reading, 'event', element, `"${word}" cannot be the type of an event here.`);
  return descriptors.filter((descriptor) => !unfit.includes(descriptor));
}

/** One of the whole cycle, which a document of ours repeats in each of its outermost states. */
const holdsEverywhere = (element: XmlElement): boolean => ownAttribute(element, 'everywhere') === 'true';

export interface Transitions {
  on?: Record<string, Transition[]>;
  after?: DelayedTransition[];
  always?: Transition[];
  onDone?: Transition[];
}

/** `timers` are those events of the state that only its own timers send. */
export function readTransitions(
  reading: Reading,
  source: XmlElement,
  timers: readonly StageTimer[],
  everywhere = false,
): Transitions {
  const own = named(source, 'transition').filter((element) => holdsEverywhere(element) === everywhere);
  const read = own.map((element) => ({
    element,
    transition: readTransition(reading, source, element),
  }));
  const timerOf = ({ element }: (typeof read)[number]) =>
    timers.find(({ event }) => event === element.attributes.event?.trim());
  const isDone = ({ element }: (typeof read)[number]) => ownAttribute(element, 'trigger') === 'done';
  const after = read.flatMap((one) => {
    const timer = timerOf(one);
    return timer
      ? [{ ...(timer.id === null ? {} : { id: timer.id }), ...one.transition, delay: timer.delay }]
      : [];
  });
  const done = read.filter(isDone).map(({ transition }) => transition);
  const waiting = read.filter((one) => !timerOf(one) && !isDone(one));
  const always = waiting.filter(({ element }) => element.attributes.event === undefined);
  const on = listenersOf(
    waiting
      .filter(({ element }) => element.attributes.event !== undefined)
      .map(({ element, transition }) => ({
        descriptors: descriptorsOf(reading, element),
        transition,
        unconditional: transition.guard === undefined,
      })),
  );
  return {
    ...(Object.keys(on).length > 0 ? { on } : {}),
    ...(after.length > 0 ? { after } : {}),
    ...(always.length > 0 ? { always: always.map(({ transition }) => transition) } : {}),
    ...(done.length > 0 ? { onDone: done } : {}),
  };
}

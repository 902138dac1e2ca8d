// Transitions of one state by the descriptors of the events that they hear, as a cycle lists them. SCXML tries all
// of a state's transitions in document order; a cycle tries the most exact type first and then the wider ones. A
// transition is listed again under each more exact type before whose own transitions it has to be tried.
import { covers, isPattern } from '../../statechart/structure/event-names.ts';

interface Listening<T> {
  descriptors: readonly string[];
  transition: T;
  /** Always taken when it is tried. */
  unconditional: boolean;
}

export function listenersOf<T>(transitions: readonly Listening<T>[]): Record<string, T[]> {
  const all = [...new Set(transitions.flatMap(({ descriptors }) => descriptors))];
  const lists = all.map((descriptor): [string, T[]] => [descriptor, listFor(descriptor, transitions)]);
  const size = (descriptor: string): number => (isPattern(descriptor) ? descriptor.length : Infinity);
  const exactFirst = lists.toSorted(([a], [b]) => (size(a) === size(b) ? 0 : size(b) - size(a)));
  return Object.fromEntries(exactFirst.filter(([, list]) => list.length > 0));
}

/** Those that hear everything that the descriptor does, up to the last that names it; the rest is found under the wider ones. */
function listFor<T>(descriptor: string, transitions: readonly Listening<T>[]): T[] {
  const hearing = transitions.filter(({ descriptors }) =>
    descriptors.some((wider) => covers(wider, descriptor)),
  );
  const last = hearing.findLastIndex(({ descriptors }) => descriptors.includes(descriptor));
  const taken = hearing.findIndex(({ unconditional }) => unconditional);
  const end = taken < 0 ? last : Math.min(last, taken);
  return hearing.slice(0, end + 1).map(({ transition }) => transition);
}

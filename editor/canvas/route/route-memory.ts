// What a search for a path found the last time, by all that it looked at: a stage that was moved has only the paths
// searched again that pass near it.
import type { Box } from '../view/flow-view.ts';
import type { Field } from './field.ts';
import type { Port } from './ports.ts';
import type { FoundPath } from './search-path.ts';

export interface Asked {
  /** Names the search: it is compared with the last one of the same name. */
  key: string;
  starts: readonly Port[];
  goals: readonly Port[];
  field: Field;
  window: Box;
}

export interface RouteMemory {
  /** Before each routing of a cycle: what was not asked for in the last one is forgotten. */
  begin(): void;
  recall(asked: Asked, search: () => FoundPath | null): FoundPath | null;
}

interface Known {
  /** All that was looked at, as numbers: they are compared many times faster than text. */
  saw: Float64Array;
  found: FoundPath | null;
}

export function makeRouteMemory(): RouteMemory {
  let before = new Map<string, Known>();
  let now = new Map<string, Known>();
  return {
    begin: () => {
      before = now;
      now = new Map();
    },
    recall: (asked, search) => {
      const saw = numbersOf(asked);
      const known = before.get(asked.key);
      const next = known && isSame(known.saw, saw) ? known : { saw, found: search() };
      now.set(asked.key, next);
      return next.found;
    },
  };
}

function numbersOf({ starts, goals, field: { walls, frames, used }, window }: Asked): Float64Array {
  const lists = [starts, goals, walls, frames, used];
  return Float64Array.from([
    ...lists.map((list) => list.length),
    ...[window, ...walls, ...frames].flatMap(({ x, y, width, height }) => [x, y, width, height]),
    ...[...starts, ...goals].flatMap(({ at, out, cost }) => [at.x, at.y, out.x, out.y, cost]),
    ...used.flatMap(({ level, at, from, to }) => [level ? 1 : 0, at, from, to]),
  ]);
}

const isSame = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** For a routing that is not followed by others. */
export const noMemory: RouteMemory = { begin: () => undefined, recall: (_asked, search) => search() };

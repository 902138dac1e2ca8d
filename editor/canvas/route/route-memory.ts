// What a search for a path found the last time, by all that it looked at: a stage that was moved has only the paths
// searched again that pass near it.
import type { FoundPath } from './search-path.ts';

export interface RouteMemory {
  /** Before each routing of a cycle: what was not asked for in the last one is forgotten. */
  begin(): void;
  recall(question: unknown, search: () => FoundPath | null): FoundPath | null;
}

export function makeRouteMemory(): RouteMemory {
  let before = new Map<string, FoundPath | null>();
  let now = new Map<string, FoundPath | null>();
  return {
    begin: () => {
      before = now;
      now = new Map();
    },
    recall: (question, search) => {
      const key = JSON.stringify(question);
      const known = before.get(key);
      const found = known === undefined ? search() : known;
      now.set(key, found);
      return found;
    },
  };
}

/** For a routing that is not followed by others. */
export const noMemory: RouteMemory = { begin: () => undefined, recall: (_question, search) => search() };

// Components as a tree that is drawn open has them: what is above comes first, those beside each other by name. Pure.
import type { Component } from '../../../engine/index.ts';

export type Place = Pick<Component, 'id' | 'name' | 'parentId'>;

// For thousands of names: `localeCompare` is slow.
const { compare } = new Intl.Collator('en');

/** Every component once; one whose parent is not there stands at the top, one that is its own ancestor comes last. */
export function inTreeOrder<Item extends Place>(components: readonly Item[]): Map<string, Item> {
  const known = new Set(components.map(({ id }) => id));
  const parts = Map.groupBy(components, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const found = new Map<string, Item>();
  const add = (items: readonly Item[] = []): void => {
    for (const item of items.toSorted((a, b) => compare(a.name, b.name))) {
      if (found.has(item.id)) continue;
      found.set(item.id, item);
      add(parts.get(item.id));
    }
  };
  add(parts.get(null));
  add(components);
  return found;
}

/** From the top down to the one above; a circle is walked once. */
export function waysAbove<Item extends Place>(places: ReadonlyMap<string, Item>, id: string): Item[] {
  const found: Item[] = [];
  let at = places.get(places.get(id)?.parentId ?? '');
  while (at && !found.includes(at)) {
    found.unshift(at);
    at = places.get(at.parentId ?? '');
  }
  return found;
}

// The organisation as a tree: built from the flat list, searched so that the path to each find stays open.
import type { RollUpItem } from '../app/api/wire.ts';

export interface Branch {
  item: RollUpItem;
  level: number;
  branches: Branch[];
}

/** What names a parent that is not in the list stands at the top. */
export function toTree(items: RollUpItem[]): Branch[] {
  const ids = new Set(items.map(({ componentId }) => componentId));
  const below = new Map<string | null, RollUpItem[]>();
  for (const item of items) {
    const parent = item.parentId !== null && ids.has(item.parentId) ? item.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), item]);
  }
  const grow = (parent: string | null, level: number): Branch[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((item) => ({ item, level, branches: grow(item.componentId, level + 1) }));
  return grow(null, 1);
}

/** Only what fits the words, and the way down to it. */
export function search(branches: Branch[], text: string): Branch[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return branches;
  const fits = ({ item }: Branch) => words.every((word) => item.name.toLowerCase().includes(word));
  return branches.flatMap((branch) => {
    const inside = search(branch.branches, text);
    return fits(branch) || inside.length > 0 ? [{ ...branch, branches: inside }] : [];
  });
}

/** The lines in sight, top to bottom. */
export function toLines(branches: Branch[], isOpen: (id: string) => boolean): Branch[] {
  return branches.flatMap((branch) => [
    branch,
    ...(isOpen(branch.item.componentId) ? toLines(branch.branches, isOpen) : []),
  ]);
}

/** From the top down to a component: what must be open for it to be seen. */
export function ancestorsOf(items: { id: string; parentId: string | null }[], id: string): string[] {
  const parents = new Map(items.map((item) => [item.id, item.parentId]));
  const found: string[] = [];
  for (let at = parents.get(id); at && !found.includes(at); at = parents.get(at)) found.unshift(at);
  return found;
}

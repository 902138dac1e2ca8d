// The organisation as a tree: built from the lines that were read, of which some may stand for parts that were not.
import type { Component } from '../../engine/index.ts';
import type { ComponentLine } from '../app/api/wire.ts';
import { compareNames } from '../language/compare-names.ts';

export interface Branch {
  item: ComponentLine;
  level: number;
  /** As far as they were read. */
  branches: Branch[];
  /** There is something to open. */
  hasParts: boolean;
}

/**
 * What names a parent that is not in the list stands at the top. `isWhole`: whatever is not in the list is not shown, as
 * in what a search found.
 */
export function toTree(items: readonly ComponentLine[], { isWhole }: { isWhole: boolean }): Branch[] {
  const ids = new Set(items.map(({ id }) => id));
  const below = Map.groupBy(items, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const grow = (parent: string | null, level: number): Branch[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => compareNames(a.name, b.name))
      .map((item) => {
        const branches = grow(item.id, level + 1);
        return { item, level, branches, hasParts: branches.length > 0 || (!isWhole && item.parts > 0) };
      });
  return grow(null, 1);
}

/** A post whose holder is missing: its owner's tasks go to the next manager up. */
export const isVacant = ({ ownerId }: Pick<Component, 'ownerId'>): boolean => ownerId === null;

/** The lines in sight, top to bottom. */
export function toLines(branches: Branch[], isOpen: (branch: Branch) => boolean): Branch[] {
  const lines: Branch[] = [];
  const add = (branch: Branch): void => {
    lines.push(branch);
    if (isOpen(branch)) branch.branches.forEach(add);
  };
  branches.forEach(add);
  return lines;
}

/** The component and everything below it: where it cannot be moved to. */
export function idsWithin(items: { id: string; parentId: string | null }[], id: string): Set<string> {
  const parts = Map.groupBy(items, ({ parentId }) => parentId);
  const found = new Set([id]);
  for (const at of found) for (const part of parts.get(at) ?? []) found.add(part.id);
  return found;
}

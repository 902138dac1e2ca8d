// The top of the organisation: the whole, if there is one, and the parts right below it, the lowest score first.
import type { RollUpItem } from '../app/api/wire.ts';

export interface Standing {
  /** Null: the reader sees several components that have nothing above them. */
  whole: RollUpItem | null;
  parts: RollUpItem[];
}

/** Without a score a part comes last, because nothing is known about it. */
const byScore = (a: RollUpItem, b: RollUpItem): number => {
  if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null);
  return a.score - b.score;
};

export function standingOf(items: RollUpItem[]): Standing {
  const ids = new Set(items.map(({ componentId }) => componentId));
  const tops = items.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  const [whole] = tops;
  if (tops.length !== 1 || !whole) return { whole: null, parts: tops.toSorted(byScore) };
  const parts = items.filter(({ parentId }) => parentId === whole.componentId);
  return { whole, parts: parts.toSorted(byScore) };
}

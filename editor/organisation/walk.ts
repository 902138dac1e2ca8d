// How the keyboard walks a tree, as the ARIA pattern of a tree says.
import type { Branch } from './tree.ts';

interface Walk {
  lines: Branch[];
  index: number;
  isOpen: (id: string) => boolean;
}
/** Which line an arrow key leads to, and whether the line under it opens or folds. */
export function walk(key: string, { lines, index, isOpen }: Walk): { to: number; toggle: boolean } | null {
  const branch = lines[index];
  if (!branch) return null;
  const open = isOpen(branch.item.componentId);
  const inside = branch.branches.length > 0;
  if (key === 'ArrowDown') return { to: Math.min(lines.length - 1, index + 1), toggle: false };
  if (key === 'ArrowUp') return { to: Math.max(0, index - 1), toggle: false };
  if (key === 'Home') return { to: 0, toggle: false };
  if (key === 'End') return { to: lines.length - 1, toggle: false };
  if (key === 'ArrowRight')
    return inside && open ? { to: index + 1, toggle: false } : { to: index, toggle: inside };
  if (key !== 'ArrowLeft') return null;
  if (inside && open) return { to: index, toggle: true };
  const parent = lines.slice(0, index).findLastIndex(({ level }) => level === branch.level - 1);
  return { to: Math.max(0, parent), toggle: false };
}

// How the keyboard walks a tree, as the ARIA pattern of a tree says.
import type { Branch } from './tree.ts';

interface Walk {
  lines: Branch[];
  index: number;
  isOpen: (branch: Branch) => boolean;
}
export interface Step {
  to: number;
  toggle: boolean;
}

function sideways(key: string, { lines, index, isOpen }: Walk, branch: Branch): Step | null {
  const open = isOpen(branch);
  const inside = branch.hasParts;
  // What is open and not read yet has no line to go to.
  if (key === 'ArrowRight')
    return inside && open
      ? { to: branch.branches.length > 0 ? index + 1 : index, toggle: false }
      : { to: index, toggle: inside };
  if (key !== 'ArrowLeft') return null;
  if (inside && open) return { to: index, toggle: true };
  const parent = lines.slice(0, index).findLastIndex(({ level }) => level === branch.level - 1);
  return { to: Math.max(0, parent), toggle: false };
}

/** The next line whose name begins with the letter, round the end. */
function byLetter(key: string, { lines, index }: Walk): Step | null {
  if (key.length !== 1 || !/\p{L}|\d/u.test(key)) return null;
  const order = [...lines.keys()].map((place) => (index + 1 + place) % lines.length);
  const to = order.find((place) => lines[place]?.item.name.toLowerCase().startsWith(key.toLowerCase()));
  return to === undefined ? null : { to, toggle: false };
}

/** Which line a key leads to, and whether the line under it opens or folds. */
export function walk(key: string, given: Walk): Step | null {
  const { lines, index } = given;
  const branch = lines[index];
  if (!branch) return null;
  if (key === 'ArrowDown') return { to: Math.min(lines.length - 1, index + 1), toggle: false };
  if (key === 'ArrowUp') return { to: Math.max(0, index - 1), toggle: false };
  if (key === 'Home') return { to: 0, toggle: false };
  if (key === 'End') return { to: lines.length - 1, toggle: false };
  return sideways(key, given, branch) ?? byLetter(key, given);
}

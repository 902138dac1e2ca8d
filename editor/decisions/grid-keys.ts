// What a key pressed on a cell means, as data. Keys while a cell is typed in are the cell's own.
import type { CellAt } from '../document/decisions/edit-table.ts';
import { follow, type Size, walk } from './walk-grid.ts';

export type GridAct =
  | { type: 'go'; to: CellAt; extend: boolean }
  | { type: 'edit'; over: string | null }
  | { type: 'clear' | 'add-rule' | 'remove-rules' }
  | { type: 'move-rule'; by: 1 | -1 };

export interface GridPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const onRules: Record<string, GridAct> = {
  'bound Enter': { type: 'add-rule' },
  'bound Delete': { type: 'remove-rules' },
  'bound Backspace': { type: 'remove-rules' },
  'alt ArrowUp': { type: 'move-rule', by: -1 },
  'alt ArrowDown': { type: 'move-rule', by: 1 },
};

const onCells: Record<string, GridAct> = {
  Enter: { type: 'edit', over: null },
  F2: { type: 'edit', over: null },
  Delete: { type: 'clear' },
  Backspace: { type: 'clear' },
};

const goTo = (to: CellAt | null, extend: boolean): GridAct | null => to && { type: 'go', to, extend };

/** Null for a key that is none of the grid's: past the last cell Tab leaves it. */
export function gridAct(press: GridPress, at: CellAt, size: Size): GridAct | null {
  const { key, shiftKey, altKey } = press;
  const bound = press.ctrlKey || press.metaKey;
  if (bound && onRules[`bound ${key}`]) return onRules[`bound ${key}`] ?? null;
  if (altKey) return onRules[`alt ${key}`] ?? null;
  if (key === 'Tab') return goTo(follow(at, shiftKey ? -1 : 1, size), false);
  const to = walk(at, press, size);
  if (to) return goTo(to, shiftKey);
  if (bound) return null;
  return onCells[key] ?? (key.length === 1 ? { type: 'edit', over: key } : null);
}

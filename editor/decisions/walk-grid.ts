// Walking a grid with the keyboard as in a spreadsheet: where the next cell is, and what a range holds.
import type { CellAt } from '../document/decisions/edit-table.ts';

export interface Size {
  rows: number;
  columns: number;
}

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const rangeOf = (a: CellAt, b: CellAt): Range => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const isInRange = ({ top, left, bottom, right }: Range, { row, column }: CellAt): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

export const step = ({ row, column }: CellAt, rows: number, columns: number, size: Size): CellAt => ({
  row: within(row + rows, size.rows),
  column: within(column + columns, size.columns),
});

/** Line by line, as Tab goes; null past the last cell and before the first one, where the grid is left. */
export function follow({ row, column }: CellAt, by: 1 | -1, { rows, columns }: Size): CellAt | null {
  const next = row * columns + column + by;
  if (next < 0 || next >= rows * columns) return null;
  return { row: Math.floor(next / columns), column: next % columns };
}

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Null for a key that does not walk. */
export function walk(at: CellAt, { key, ctrlKey, metaKey }: Press, size: Size): CellAt | null {
  const far = ctrlKey || metaKey ? Number.MAX_SAFE_INTEGER : 1;
  switch (key) {
    case 'ArrowUp':
      return step(at, -far, 0, size);
    case 'ArrowDown':
      return step(at, far, 0, size);
    case 'ArrowLeft':
      return step(at, 0, -far, size);
    case 'ArrowRight':
      return step(at, 0, far, size);
    case 'Home':
      return { row: far > 1 ? 0 : at.row, column: 0 };
    case 'End':
      return { row: far > 1 ? size.rows - 1 : at.row, column: size.columns - 1 };
    default:
      return null;
  }
}

// What cursors of lists in time or by number mean.
import { ProblemError } from '../problem.ts';
import { fromCursor, toCursor } from '../routes/wire/cursor.ts';

/** For lists that go from the newest to the oldest. */
export function beforeOf(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = fromCursor(cursor, 2) ?? [];
  return at === undefined || id === undefined ? null : { at, id };
}

/** For lists that are numbered. */
export function afterOf(cursor: string | undefined): number {
  const [text] = fromCursor(cursor, 1) ?? [];
  const position = text === undefined ? -1 : Number(text);
  if (Number.isSafeInteger(position)) return position;
  throw new ProblemError('bad-request', 'The cursor is not one that this list gave; start again without it.');
}

/** Null when the page is not full: it was the last one. */
export function nextCursor<Item>(
  items: readonly Item[],
  limit: number,
  partsOf: (last: Item) => (string | number)[],
): string | null {
  const last = items.at(-1);
  return last !== undefined && items.length === limit ? toCursor(...partsOf(last).map(String)) : null;
}

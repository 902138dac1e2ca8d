// What cursors of lists in time or by number mean.
import { ProblemError } from '../problem.ts';
import { fromCursor, toCursor } from '../routes/wire/cursor.ts';
import type { Asked } from '../store/queries/in-order.ts';

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

interface Sorted {
  sort: string;
  cursor?: string | undefined;
  limit: number;
}

/** "-name": by name, the last first. `numbers` are the orders whose values are numbers. */
export function askedFor<Sort extends string>(
  { sort, cursor, limit }: Sorted,
  numbers: readonly Sort[] = [],
): Asked<Sort> {
  const isDescending = sort.startsWith('-');
  // The route's schema lets no other word through.
  const name = (isDescending ? sort.slice(1) : sort) as Sort;
  const [value, id] = fromCursor(cursor, 2) ?? [];
  const after =
    value === undefined || id === undefined
      ? null
      : { value: numbers.includes(name) ? Number(value) : value, id };
  return { sort: name, isDescending, after, limit };
}

/**
 * A page of a list that is whole in memory. The cursor names the last item; when that is gone, the list goes on where it
 * was.
 */
export function pageOfList<Item>(
  items: readonly Item[],
  { cursor, limit, keyOf }: { cursor?: string | undefined; limit: number; keyOf: (item: Item) => string },
): { items: Item[]; nextCursor: string | null } {
  const [place, key] = fromCursor(cursor, 2) ?? [];
  const at = items.findIndex((item) => keyOf(item) === key);
  const start = place === undefined ? 0 : at < 0 ? Math.max(0, Number(place) - 1) : at + 1;
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = start + limit < items.length;
  return {
    items: page,
    nextCursor: last !== undefined && isMore ? toCursor(`${start + limit}`, keyOf(last)) : null,
  };
}

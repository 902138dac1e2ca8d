// Groups that are too small to be told, with as many others as it takes that nobody works them out from the total.
import type { BoardRow } from './board.ts';

/** Fewer than these say something of single people. Rule: ux A1, "minimum group size". */
export const LEAST = 5;

/**
 * Which of the groups are withheld, by their place. Complementary suppression: if one alone is withheld, or all of them
 * together are fewer than `least`, the total minus the others would give them away, so the next smallest goes too.
 */
export function withheldPlaces(counts: readonly number[], least: number): Set<number> {
  const bySize = counts.map((count, place) => ({ count, place })).filter(({ count }) => count > 0);
  bySize.sort((a, b) => a.count - b.count || a.place - b.place);
  const small = bySize.filter(({ count }) => count < least);
  if (small.length === 0) return new Set();
  let taken = small.length;
  const sum = () => bySize.slice(0, taken).reduce((total, { count }) => total + count, 0);
  while (taken < bySize.length && (taken < 2 || sum() < least)) taken += 1;
  return new Set(bySize.slice(0, taken).map(({ place }) => place));
}

export type CountOf = (row: BoardRow) => number;

/** Keeps its name and loses every figure. */
export const clear = (row: BoardRow): BoardRow => ({
  ...row,
  drill: null,
  withheld: true,
  values: Object.fromEntries(Object.keys(row.values).map((key) => [key, null])),
});

export function withheldRows(rows: readonly BoardRow[], countOf: CountOf, least: number): BoardRow[] {
  const places = withheldPlaces(rows.map(countOf), least);
  return rows.filter((_, place) => places.has(place));
}

export function withhold(rows: readonly BoardRow[], countOf: CountOf, least: number): BoardRow[] {
  const withheld = new Set(withheldRows(rows, countOf, least));
  return rows.map((row) => (withheld.has(row) ? clear(row) : row));
}

// Where the plans behind a row are listed: narrowed by the row, and by all that the report is narrowed to.
import type { BoardFilter } from '../app/api/board-queries.ts';
import type { BoardRow } from '../app/api/wire.ts';

export type PlansAddress = Record<string, string | undefined>;

/** `board`: the days of feedback are those on which something was said, no days of plans. */
export function plansBehind(
  drill: NonNullable<BoardRow['drill']>,
  { cycleId, version, under, from, to }: BoardFilter,
  board?: string,
): PlansAddress {
  const days = board === 'feedback' ? {} : { from, to };
  return { view: 'list', cycle: cycleId, version, under, ...days, ...drill };
}

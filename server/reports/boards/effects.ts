// What came after interventions and rewards, as each plan tells it of its own: the last appraisal before beside the latest
// one after that can be compared. Pure.
import { changeSince } from '../../../engine/index.ts';
import type { Given, JudgedScore } from '../../store/queries/given.ts';
import { type BoardRow, rounded, row } from './board.ts';

function effectRow(
  id: string,
  own: readonly Given[],
  judgedOf: ReadonlyMap<string, JudgedScore[]>,
): BoardRow {
  const [first] = own;
  const followed = own
    .map(({ at, planId }) => changeSince(at, judgedOf.get(planId) ?? []))
    .filter(({ isFollowed }) => isFollowed);
  const changes = followed.flatMap(({ change }) => (change === null ? [] : [change]));
  const count = (fits: (change: number) => boolean) => changes.filter(fits).length;
  const sum = changes.reduce((total, change) => total + change, 0);
  return row(
    id,
    {
      given: own.length,
      followed: followed.length,
      better: count((change) => change > 0),
      same: count((change) => change === 0),
      worse: count((change) => change < 0),
      unknown: followed.length - changes.length,
      meanChange: changes.length === 0 ? null : rounded(sum / changes.length, 1),
    },
    { name: first?.title ?? null, detail: first?.cause ?? null },
  );
}

/** One line for each kind, title and cause; interventions first, the most frequent of them at the top. */
export function effectRows(given: readonly Given[], judged: readonly JudgedScore[]): BoardRow[] {
  const judgedOf = Map.groupBy(judged, ({ planId }) => planId);
  const groups = Map.groupBy(given, ({ kind, title, cause }) => JSON.stringify([kind, title, cause]));
  const rows = [...groups].map(([key, own]) => ({
    kind: own[0]?.kind ?? '',
    row: effectRow(`${own[0]?.kind}:${key}`, own, judgedOf),
  }));
  rows.sort((a, b) => a.kind.localeCompare(b.kind) || (b.row.values.given ?? 0) - (a.row.values.given ?? 0));
  return rows.map((one) => one.row);
}

// What came after interventions and rewards: the score of the appraisal before beside that of the first one after. Pure.
import type { Given, JudgedScore } from '../../store/queries/board-reads.ts';
import { type BoardRow, rounded, row } from './board.ts';

/** The change from the last judgement up to it to the first one after it; null where one of them is not there. */
function changeAfter({ at }: Given, judged: readonly JudgedScore[]): number | null {
  const before = judged.findLast((one) => one.at <= at);
  const after = judged.find((one) => one.at > at && (!before || one.round > before.round));
  return before && after ? after.score - before.score : null;
}

function effectRow(
  id: string,
  own: readonly Given[],
  judgedOf: ReadonlyMap<string, JudgedScore[]>,
): BoardRow {
  const [first] = own;
  const changes = own
    .map((one) => changeAfter(one, judgedOf.get(one.planId) ?? []))
    .filter((change) => change !== null);
  const count = (fits: (change: number) => boolean) => changes.filter(fits).length;
  const sum = changes.reduce((total, change) => total + change, 0);
  return row(
    id,
    {
      given: own.length,
      followed: changes.length,
      better: count((change) => change > 0),
      same: count((change) => change === 0),
      worse: count((change) => change < 0),
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

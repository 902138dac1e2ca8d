// What came after interventions and rewards, as each plan tells it of its own: the last appraisal before beside the latest
// one after that can be compared. Pure.
import { changeSince } from '../../../engine/index.ts';
import type { Given, JudgedScore } from '../../store/queries/given.ts';
import { type BoardRow, rounded, row } from './board.ts';

/** What is one line: the same kind, title and cause. */
export const giftKey = ({ kind, title, cause }: Given): string => JSON.stringify([kind, title, cause]);

type Verdict = 'better' | 'same' | 'worse' | 'unknown';

/** Null: nothing was appraised since. */
export function cameAfter(
  { at }: Given,
  judged: readonly JudgedScore[],
): { verdict: Verdict | null; change: number | null } {
  const { isFollowed, change } = changeSince(at, judged);
  if (!isFollowed) return { verdict: null, change };
  if (change === null) return { verdict: 'unknown', change };
  if (change === 0) return { verdict: 'same', change };
  return { verdict: change > 0 ? 'better' : 'worse', change };
}

function effectRow(
  key: string,
  own: readonly Given[],
  judgedOf: ReadonlyMap<string, JudgedScore[]>,
): BoardRow {
  const [first] = own;
  const followed = own
    .map((one) => cameAfter(one, judgedOf.get(one.planId) ?? []))
    .filter(({ verdict }) => verdict !== null);
  const changes = followed.flatMap(({ change }) => (change === null ? [] : [change]));
  const count = (verdict: Verdict) => followed.filter((one) => one.verdict === verdict).length;
  const sum = changes.reduce((total, change) => total + change, 0);
  return row(
    `${first?.kind}:${key}`,
    {
      given: own.length,
      followed: followed.length,
      better: count('better'),
      same: count('same'),
      worse: count('worse'),
      unknown: count('unknown'),
      meanChange: changes.length === 0 ? null : rounded(sum / changes.length, 1),
    },
    {
      name: first?.title ?? null,
      detail: first?.cause ?? null,
      drill: { given: key, status: 'all' },
    },
  );
}

/** One line for each kind, title and cause; interventions first, the most frequent of them at the top. */
export function effectRows(given: readonly Given[], judged: readonly JudgedScore[]): BoardRow[] {
  const judgedOf = Map.groupBy(judged, ({ planId }) => planId);
  const groups = Map.groupBy(given, giftKey);
  const rows = [...groups].map(([key, own]) => ({
    kind: own[0]?.kind ?? '',
    row: effectRow(key, own, judgedOf),
  }));
  rows.sort((a, b) => a.kind.localeCompare(b.kind) || (b.row.values.given ?? 0) - (a.row.values.given ?? 0));
  return rows.map((one) => one.row);
}

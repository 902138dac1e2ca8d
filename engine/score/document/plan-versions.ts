// The versions of a plan in order of time, and the changes that they bring. A change holds until a later version
// changes the same again.
import type { Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import type { PlanVersionRow, ScoreDocument } from './document-schema.ts';
import type { Path } from './faults.ts';
import { lastDayBefore } from './read-window.ts';
import type { Located } from './to-records.ts';

/** A row of the document, or what a version makes of it; complete or not is seen later. */
export type Partly<Row extends { id: string }> = Partial<Row> & { id: string };

export interface PlanVersion {
  row: PlanVersionRow;
  path: Path;
  number: number;
  period: Period;
}

export function planVersionsOf(document: ScoreDocument, window: Period): PlanVersion[] {
  const rows = (document.planVersions ?? [])
    .map((row, index) => ({ row, path: ['planVersions', index] }))
    .sort((a, b) => (a.row.from < b.row.from ? -1 : 1));
  const starts = new Set(rows.map(({ row }) => row.from));
  return rows.map(({ row, path }, index) => {
    const next = rows[index + 1]?.row.from;
    const open = next === undefined ? window.end : addDays(next, -1);
    const end = row.to ? lastDayBefore(row.to, { starts, window }) : open;
    return { row, path, number: row.version ?? index + 1, period: { start: row.from, end } };
  });
}

interface Changes<Row extends { id: string }> {
  key: 'components' | 'goals' | 'measures';
  rowsIn(version: PlanVersionRow): readonly Partly<Row>[] | null | undefined;
  /** What the weights of a version change in such a row. */
  reweigh?(weight: number): Partial<Row>;
}

/** The rows as the versions up to this one leave them. */
export function applyVersions<Row extends { id: string }>(
  rows: readonly Located<Partly<Row>>[],
  versions: readonly PlanVersion[],
  { key, rowsIn, reweigh }: Changes<Row>,
): Located<Partly<Row>>[] {
  const now = new Map(rows.map((one) => [one.row.id, one]));
  for (const { row: version, path } of versions) {
    for (const [index, row] of (rowsIn(version) ?? []).entries())
      now.set(row.id, { row: { ...now.get(row.id)?.row, ...row }, path: [...path, key, index] });
    for (const [id, weight] of Object.entries(version.weights ?? {})) {
      const known = now.get(id);
      if (known && reweigh) now.set(id, { ...known, row: { ...known.row, ...reweigh(weight) } });
    }
  }
  return [...now.values()];
}

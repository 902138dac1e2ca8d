// What a migration changed in a plan's rows, row by row, so that it can be taken back without touching what people
// have done since. Pure.

import type { PlanRows } from '../../store/queries/plan-rows.ts';
import type { TimerRow } from '../../store/schema/plans.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';

export interface ChangedRow<Row> {
  id: string;
  /** The columns that have changed, as they were. */
  before: Partial<Row>;
  after: Row;
}

export interface TableChanges<Row> {
  changed: ChangedRow<Row>[];
  inserted: Row[];
  deleted: Row[];
}

export interface RowChanges {
  tasks: TableChanges<TaskRow>;
  timers: TableChanges<TimerRow>;
}

function columnsChanged<Row extends { id: string }>(before: Row, after: Row): ChangedRow<Row> | null {
  const names = (Object.keys(before) as (keyof Row)[]).filter((name) => before[name] !== after[name]);
  if (names.length === 0) return null;
  const was = Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<Row>;
  return { id: before.id, before: was, after };
}

function changesOf<Row extends { id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): TableChanges<Row> {
  const now = new Map(after.map((row) => [row.id, row]));
  const known = new Set(before.map(({ id }) => id));
  return {
    changed: before.flatMap((row) => {
      const next = now.get(row.id);
      return (next && columnsChanged(row, next)) ?? [];
    }),
    inserted: after.filter(({ id }) => !known.has(id)),
    deleted: before.filter(({ id }) => !now.has(id)),
  };
}

export const rowChanges = (before: PlanRows, after: PlanRows): RowChanges => ({
  tasks: changesOf(before.tasks, after.tasks),
  timers: changesOf(before.timers, after.timers),
});

// What the parts of a column's head are given.
import type { DecisionTable } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import type { ColumnAt } from '../document/decisions/edit-table.ts';

export interface ColumnProps {
  table: DecisionTable;
  column: ColumnAt;
  /** JSON Pointer of the table. */
  place: string;
  change(table: DecisionTable, burst?: string): Applied;
}

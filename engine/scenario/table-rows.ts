// The rows of a cycle's decision tables, each by its place in the document.
import type { Cycle } from '../model/cycle.ts';
import type { TableRule } from '../model/decision.ts';

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON Pointer of a row of a decision that is a table. */
export const rowPointer = (decision: string, row: number): string =>
  `/decisions/${escaped(decision)}/logic/rules/${row}`;

export interface TableRow {
  pointer: string;
  rule: TableRule;
  /** All rows of its table. */
  among: readonly TableRule[];
}

export const tableRows = ({ decisions = {} }: Cycle): TableRow[] =>
  Object.entries(decisions).flatMap(([name, { logic }]) =>
    logic.kind === 'table'
      ? logic.rules.map((rule, row) => ({ pointer: rowPointer(name, row), rule, among: logic.rules }))
      : [],
  );

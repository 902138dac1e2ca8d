// A decision table as a grid: columns with their types above, rules as rows, problems where they are.
import { useEffect, useMemo, useRef } from 'react';
import type { CellToCheck, DecisionTable } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { type CellAt, cellPlace, cellText, columnsOf } from '../document/decisions/edit-table.ts';
import { t } from '../language/index.ts';
import { Cell } from './Cell.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import type { ColumnFacts } from './column-facts.ts';
import { columnTitle } from './column-words.ts';
import styles from './decisions.module.css';
import { RuleHead } from './RuleHead.tsx';
import type { TableProblems } from './table-problems.ts';
import type { Grid } from './use-grid.ts';
import { isInRange } from './walk-grid.ts';

interface Props {
  name: string;
  table: DecisionTable;
  grid: Grid;
  problems: TableProblems;
  facts: readonly ColumnFacts[];
  /** The rules that match the values being tried. */
  matched: readonly number[];
  change(table: DecisionTable, burst?: string): Applied;
  /** JSON Pointer of the table. */
  place: string;
}

const none: readonly string[] = [];

/** The cell that was gone to has the focus, also the one that the table opens at. */
function useFocus({ at: { row, column }, focused }: Grid) {
  const frame = useRef<HTMLTableElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it was gone to counts.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  }, [focused]);
  return frame;
}

export function TableGrid(props: Props) {
  const { name, table, grid, problems, facts, matched, change, place } = props;
  const columns = columnsOf(table);
  const toCheck = useMemo(
    () =>
      columnsOf(table).map(({ kind, index }): CellToCheck | null =>
        kind === 'note' ? null : { decision: name, list: kind === 'input' ? 'when' : 'give', index },
      ),
    [table, name],
  );
  const frame = useFocus(grid);
  // Cells are many and seldom change: they are given one thing that stays the same.
  const latest = useRef(grid);
  useEffect(() => {
    latest.current = grid;
  });
  const cellOf = (at: CellAt) => {
    const column = columns[at.column];
    if (!column) return null;
    const isCurrent = at.row === grid.at.row && at.column === grid.at.column;
    const text = cellText(table, at);
    return (
      <Cell
        key={`${column.kind} ${column.index}`}
        row={at.row}
        column={at.column}
        text={text}
        kind={column.kind}
        isCurrent={isCurrent}
        isChosen={isInRange(grid.range, at)}
        typing={isCurrent && grid.typing ? (grid.typing.over ?? text) : null}
        problems={problems.ofCell(cellPlace(table, at))}
        choices={facts[at.column]?.choices ?? none}
        cell={isCurrent ? (toCheck[at.column] ?? null) : null}
        label={t('Rule {row}, {column}', { row: at.row + 1, column: columnTitle(table, column) })}
        grid={latest}
      />
    );
  };
  return (
    <div className={styles.scroll}>
      <table
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table.
        role="grid"
        aria-label={t('Rules of {name}', { name })}
        className={styles.grid}
        onKeyDown={(event) => event.target instanceof HTMLTableCellElement && grid.onKeyDown(event)}
        onCopy={grid.onCopy}
        onPaste={grid.onPaste}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {table.hit ?? 'U'}
            </th>
            {columns.map((column) => (
              <ColumnHead
                key={`${column.kind} ${column.index}`}
                table={table}
                column={column}
                place={place}
                problems={problems.ofColumn(column)}
                change={change}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no other identity than its place.
            <tr key={row} data-matched={matched.includes(row) || undefined}>
              <RuleHead
                row={row}
                count={table.rules.length}
                matched={matched.includes(row)}
                problems={problems.ofRule(row)}
                table={table}
                grid={grid}
                change={change}
              />
              {columns.map((__, column) => cellOf({ row, column }))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// One cell of the grid: its text, or the field that it is typed in.
import { memo } from 'react';
import type { CellToCheck, Problem } from '../../engine/index.ts';
import { worstOf } from '../panels/problem-words.ts';
import { CellField } from './CellField.tsx';
import styles from './decisions.module.css';
import type { Grid } from './use-grid.ts';

interface Props {
  row: number;
  column: number;
  text: string;
  kind: 'input' | 'output' | 'note';
  isCurrent: boolean;
  isChosen: boolean;
  /** Being typed in: what the field begins with. */
  typing: string | null;
  problems: readonly Problem[];
  choices: readonly string[];
  /** What it is to be checked as while it is typed in; null for a note. */
  cell: CellToCheck | null;
  label: string;
  grid: { current: Grid };
}

function CellOf(props: Props) {
  const { row, column, text, kind, isCurrent, isChosen, typing, problems, grid } = props;
  const worst = worstOf(problems);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around hears the keys.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table.
      role="gridcell"
      aria-selected={isChosen}
      aria-invalid={worst === 'error' || undefined}
      data-cell={`${row}:${column}`}
      data-kind={kind}
      data-worst={worst ?? undefined}
      data-current={isCurrent || undefined}
      data-autofocus={isCurrent || undefined}
      title={problems.map(({ message }) => message).join(' ') || undefined}
      tabIndex={isCurrent && typing === null ? 0 : -1}
      className={styles.cell}
      onClick={(event) => typing === null && grid.current.go({ row, column }, event.shiftKey)}
      onDoubleClick={() => typing === null && grid.current.type({ row, column })}
    >
      {typing === null ? (
        text
      ) : (
        <CellField
          typing={typing}
          label={props.label}
          choices={props.choices}
          cell={props.cell}
          grid={grid}
        />
      )}
    </td>
  );
}

export const Cell = memo(CellOf);

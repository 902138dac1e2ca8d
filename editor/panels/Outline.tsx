// The cycle as a tree of stages and of where they lead: the same document with the same shortcuts, for the keyboard and
// for those who do not see the canvas.
import { type KeyboardEvent, useRef } from 'react';
import type { StageId } from '../../engine/index.ts';
import { useCanvasActs } from '../canvas/acts/canvas-acts.ts';
import { NameField } from '../canvas/acts/NameField.tsx';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { nothing, type Selection, stageSelection, useEditing } from './editing.ts';
import { isRowSelected, type OutlineRow, outlineRows, outlineStep } from './outline-rows.ts';
import styles from './panels.module.css';

const selectionOf = (row: OutlineRow): Selection => {
  if (row.kind === 'stage') return stageSelection(row.id);
  return row.kind === 'transition' ? { kind: 'transition', at: row.placed.at } : nothing;
};

export function Outline({ renaming }: { renaming: StageId | null }) {
  const { cycle, selection, select, goTo, readOnly } = useEditing();
  const acts = useCanvasActs();
  const tree = useRef<HTMLDivElement>(null);
  const rows = outlineRows(cycle);
  const current = rows.find((row) => isRowSelected(row, selection)) ?? rows[0];
  const open = (row: OutlineRow) => {
    if (row.kind === 'stage' && !readOnly) acts.ask({ kind: 'rename', stage: row.id });
    if (row.kind === 'transition') goTo(row.key);
  };
  const press = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    const from = target instanceof HTMLElement ? (target.dataset.row ?? null) : null;
    const row = rows.find((each) => each.key === from);
    if (!row) return;
    if (key === 'Enter') {
      event.preventDefault();
      return open(row);
    }
    const next = outlineStep(rows, from, key);
    if (next === null) return;
    event.preventDefault();
    select(selectionOf(next));
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('Outline of the cycle')}
      className={styles.outline}
      onKeyDown={press}
    >
      {rows.map((row) => (
        <div
          key={row.key}
          role="treeitem"
          data-row={row.key}
          data-stage={row.kind === 'stage' ? row.id : undefined}
          data-kind={row.kind}
          aria-level={row.level}
          aria-selected={isRowSelected(row, selection)}
          aria-expanded={row.kind === 'every' || (row.kind === 'stage' && row.holds) ? true : undefined}
          tabIndex={row === current ? 0 : -1}
          className={styles.leaf}
          style={{ paddingLeft: 8 + (row.level - 1) * 20 }}
          onClick={() => select(selectionOf(row))}
          onDoubleClick={() => open(row)}
          onKeyDown={() => undefined}
        >
          <RowWords row={row} renaming={renaming} />
        </div>
      ))}
    </div>
  );
}

interface WordsProps {
  row: OutlineRow;
  renaming: StageId | null;
}

function RowWords({ row, renaming }: WordsProps) {
  switch (row.kind) {
    case 'stage':
      return (
        <>
          <StageKindIcon kind={'kind' in row.stage ? row.stage.kind : null} size={16} />
          {renaming === row.id ? (
            <NameField id={row.id} name={row.name} />
          ) : (
            <span className={styles.leafName}>{row.name}</span>
          )}
          {row.initial && <span className={styles.leafNote}>{t('begins here')}</span>}
          {row.stage.type === 'final' && <span className={styles.leafNote}>{t('end')}</span>}
        </>
      );
    case 'transition':
      return (
        <>
          <span>{row.words}</span>
          {row.guard !== null && <span className={styles.mono}>[{row.guard}]</span>}
          <span>{row.target}</span>
        </>
      );
    case 'every':
      return <span className={styles.leafName}>{t('In every stage')}</span>;
  }
}

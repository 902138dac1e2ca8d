// The cycle as a tree of stages: the same document, for the keyboard and for those who do not see the canvas.
import { type KeyboardEvent, useRef } from 'react';
import type { StageId } from '../../engine/index.ts';
import { isContainer, listStages, nameOf, type PlacedStage } from '../document/stage-tree.ts';
import { transitionsFrom } from '../document/transitions.ts';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { stageSelection, useEditing } from './editing.ts';
import styles from './panels.module.css';

export function Outline() {
  const { cycle, selection, select } = useEditing();
  const tree = useRef<HTMLDivElement>(null);
  const stages = listStages(cycle);
  const chosen = selection.kind === 'stages' ? selection.ids[0] : undefined;
  const step = (event: KeyboardEvent) => {
    const next = nextStage(stages, chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    select(stageSelection(next));
    tree.current?.querySelector<HTMLElement>(`[data-stage="${next}"]`)?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('Outline of the cycle')}
      className={styles.outline}
      onKeyDown={step}
    >
      {stages.map(({ id, stage, depth }, index) => (
        <div
          key={id}
          role="treeitem"
          data-stage={id}
          aria-level={depth + 1}
          aria-selected={id === chosen}
          aria-expanded={isContainer(stage) ? true : undefined}
          tabIndex={id === chosen || (chosen === undefined && index === 0) ? 0 : -1}
          className={styles.leaf}
          style={{ paddingLeft: 8 + depth * 20 }}
          onClick={() => select(stageSelection(id))}
          onKeyDown={() => undefined}
        >
          <StageKindIcon kind={'kind' in stage ? stage.kind : null} size={16} />
          <span style={{ flex: 1 }}>{nameOf(id, stage)}</span>
          <span className={styles.mono}>{leadsTo(cycle, id)}</span>
        </div>
      ))}
    </div>
  );
}

const leadsTo = (cycle: Parameters<typeof transitionsFrom>[0], id: StageId): string => {
  const count = transitionsFrom(cycle, id).length;
  return count === 0 ? '' : t('{count} out', { count });
};

function nextStage(stages: readonly PlacedStage[], chosen: StageId | undefined, key: string): StageId | null {
  const at = stages.findIndex(({ id }) => id === chosen);
  if (key === 'ArrowDown') return stages[at + 1]?.id ?? null;
  if (key === 'ArrowUp') return stages[at - 1]?.id ?? null;
  if (key === 'Home') return stages[0]?.id ?? null;
  if (key === 'End') return stages.at(-1)?.id ?? null;
  if (key === 'ArrowLeft') return stages[at]?.parent ?? null;
  if (key === 'ArrowRight')
    return stages.find(({ parent }) => parent !== null && parent === chosen)?.id ?? null;
  return null;
}

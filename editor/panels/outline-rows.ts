// The cycle as the lines of a tree: each stage, under it where it leads, and last what every stage answers. Pure.
import type { Cycle, Stage, StageId } from '../../engine/index.ts';
import { findStage, isContainer, listStages, nameOf } from '../document/stage-tree.ts';
import { isSameRef, listTransitions, type PlacedTransition } from '../document/transitions.ts';
import { triggerWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import type { Selection } from './editing.ts';

interface Line {
  /** JSON Pointer of what it is about. */
  key: string;
  level: number;
  /** The key of the line that it stands under. */
  under: string | null;
}
export type OutlineRow = Line &
  (
    | { kind: 'stage'; id: StageId; stage: Stage; name: string; initial: boolean; holds: boolean }
    | { kind: 'transition'; placed: PlacedTransition; words: string; guard: string | null; target: string }
    | { kind: 'every' }
  );

const everyKey = '/on';

const named = (cycle: Cycle, id: StageId): string => {
  const found = findStage(cycle, id);
  return found ? nameOf(id, found.stage) : id;
};

function transitionRow(cycle: Cycle, placed: PlacedTransition, level: number, under: string): OutlineRow {
  const { trigger, transition, pointer } = placed;
  const ends = [...(transition.to === undefined ? [] : [transition.to]), ...(transition.also ?? [])];
  return {
    kind: 'transition',
    key: pointer,
    level,
    under,
    placed,
    words: triggerWords(trigger),
    guard: transition.guard ?? null,
    target: ends.length === 0 ? t('only acts') : `→ ${ends.map((id) => named(cycle, id)).join(t(' and '))}`,
  };
}

function beginsIn(cycle: Cycle, container: StageId | null): StageId | null {
  const around = container === null ? cycle : findStage(cycle, container)?.stage;
  return around && 'initial' in around ? around.initial : null;
}

export function outlineRows(cycle: Cycle): OutlineRow[] {
  const transitions = listTransitions(cycle);
  const placed = listStages(cycle);
  const pointers = new Map(placed.map(({ id, pointer }) => [id, pointer]));
  const leading = (stage: StageId | null, level: number, under: string): OutlineRow[] =>
    transitions
      .filter(({ at }) => at.stage === stage)
      .map((each) => transitionRow(cycle, each, level, under));
  const stages = placed.flatMap(({ id, stage, depth, parent, pointer }): OutlineRow[] => {
    const leads = leading(id, depth + 2, pointer);
    const line: OutlineRow = {
      kind: 'stage',
      key: pointer,
      level: depth + 1,
      under: parent === null ? null : (pointers.get(parent) ?? null),
      id,
      stage,
      name: nameOf(id, stage),
      initial: beginsIn(cycle, parent) === id,
      holds: leads.length > 0 || isContainer(stage),
    };
    return [line, ...leads];
  });
  const ofEvery = leading(null, 2, everyKey);
  if (ofEvery.length === 0) return stages;
  return [...stages, { kind: 'every', key: everyKey, level: 1, under: null }, ...ofEvery];
}

/** Where an arrow key leads from a line, as in any tree; null where it leads nowhere. */
export function outlineStep(
  rows: readonly OutlineRow[],
  from: string | null,
  key: string,
): OutlineRow | null {
  const at = rows.findIndex((row) => row.key === from);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1] ?? null;
    case 'ArrowUp':
      return rows[at - 1] ?? null;
    case 'Home':
      return rows[0] ?? null;
    case 'End':
      return rows.at(-1) ?? null;
    case 'ArrowLeft':
      return rows.find((row) => row.key === rows[at]?.under) ?? null;
    case 'ArrowRight':
      return rows.find((row) => row.under !== null && row.under === from) ?? null;
    default:
      return null;
  }
}

export function isRowSelected(row: OutlineRow, selection: Selection): boolean {
  if (row.kind === 'stage') return selection.kind === 'stages' && selection.ids.includes(row.id);
  return (
    row.kind === 'transition' && selection.kind === 'transition' && isSameRef(row.placed.at, selection.at)
  );
}

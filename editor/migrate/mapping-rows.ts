// What of the old version the new one does not have under the same name, with what the engine takes it for. Pure.
import { type Cycle, compareCycles, type Difference, type DifferenceKind } from '../../engine/index.ts';
import { isWaiting, listStages, nameOf } from '../document/stage-tree.ts';
import { spanWords } from '../document/words.ts';
import { t } from '../language/index.ts';

export type MappedKind = 'stages' | 'tasks' | 'timers';

export interface MappingRow {
  kind: MappedKind;
  id: string;
  name: string;
  /** `likeness` is null where only the name differs. */
  suggestion: { to: string; likeness: number | null } | null;
}

interface Named {
  id: string;
  name: string;
}
export type NamesOfVersion = Record<MappedKind, Named[]>;

/** Everything of a version that a plan can be in, have open, or wait for. */
export function namesOf(cycle: Cycle): NamesOfVersion {
  const placed = listStages(cycle);
  const waiting = placed.flatMap(({ id, stage }) => (isWaiting(stage) ? [{ id, stage }] : []));
  return {
    stages: placed
      .filter(({ stage }) => stage.type !== 'history')
      .map(({ id, stage }) => ({ id, name: nameOf(id, stage) })),
    tasks: waiting.flatMap(({ stage }) =>
      Object.entries(stage.tasks ?? {}).map(([id, { title }]) => ({ id, name: title })),
    ),
    timers: waiting.flatMap(({ id, stage }) =>
      (stage.after ?? []).map((timer, index) => ({
        id: timer.id ?? `${id}.${index}`,
        name: t('{stage}, after {span}', {
          stage: nameOf(id, stage),
          span: spanWords(timer.delay) ?? timer.delay,
        }),
      })),
    ),
  };
}

const renames: Record<MappedKind, DifferenceKind> = {
  stages: 'stage-renamed',
  tasks: 'task-renamed',
  timers: 'timer-renamed',
};

function suggestionFor(id: string, kind: DifferenceKind, differences: readonly Difference[]) {
  const found = differences.find((difference) => difference.kind === kind && difference.before === id);
  return typeof found?.after === 'string' ? { to: found.after, likeness: found.similarity ?? null } : null;
}

export function mappingRows(from: Cycle, to: Cycle): MappingRow[] {
  const differences = compareCycles(from, to);
  const [old, other] = [namesOf(from), namesOf(to)];
  return (['stages', 'tasks', 'timers'] as const).flatMap((kind) => {
    const there = new Set(other[kind].map(({ id }) => id));
    return old[kind]
      .filter(({ id }) => !there.has(id))
      .map(({ id, name }) => ({
        kind,
        id,
        name,
        suggestion: suggestionFor(id, renames[kind], differences),
      }));
  });
}

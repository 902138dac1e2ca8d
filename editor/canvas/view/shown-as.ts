// Which stage of the picture stands for a stage of the document.
import type { Cycle, StageId } from '../../../engine/index.ts';
import { listStages } from '../../document/stage-tree.ts';
import { isCollapsed } from './stage-boxes.ts';

/** The outermost container around a stage that is folded up, or the stage itself. */
export function shownAs(cycle: Cycle, id: StageId): StageId {
  const parents = new Map(listStages(cycle).map((placed) => [placed.id, placed.parent]));
  let shown = id;
  for (let at: StageId | null = id; at !== null; at = parents.get(at) ?? null)
    if (at !== id && isCollapsed(cycle, at)) shown = at;
  return shown;
}

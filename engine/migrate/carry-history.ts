// What history stages remember, in the new version: kept where all of it still makes sense, else forgotten, so that
// the history stage begins at its beginning. A memory is never filled in.
import type { StageId } from '../model/ids.ts';
import type { ChartState } from '../model/plan.ts';
import type { IndexedStage, StageIndex } from '../statechart/structure/stage-index.ts';
import { configurationOf } from './configuration.ts';
import type { Passage } from './passage.ts';

export interface CarriedHistory {
  history: ChartState['history'];
  /** Of the old version. */
  forgotten: StageId[];
}

/** Shallow: the stages directly inside. Deep: the ones without stages inside. */
function makesSense(index: StageIndex, entry: IndexedStage, remembered: readonly StageId[]): boolean {
  const { parent, stage } = entry;
  if (parent === null || stage.type !== 'history' || remembered.length === 0) return false;
  if (stage.history === 'deep') return configurationOf(index, remembered, parent).kind === 'legal';
  const children = [...index.values()].filter((child) => child.parent === parent);
  const real = children.filter((child) => child.stage.type !== 'history').map(({ id }) => id);
  const inside = remembered.every((id) => real.includes(id));
  const all = index.get(parent)?.stage.type === 'parallel' ? real.length : 1;
  return inside && new Set(remembered).size === all;
}

export function carryHistory(
  index: StageIndex,
  passage: Passage,
  history: ChartState['history'],
): CarriedHistory {
  const carried: CarriedHistory = { history: {}, forgotten: [] };
  for (const [id, stages] of Object.entries(history)) {
    const [target] = passage.stages.get(id) ?? [];
    const entry = target === undefined ? undefined : index.get(target);
    const remembered = stages.map((stage) => passage.stages.get(stage) ?? []);
    const whole = [...new Set(remembered.flat())];
    const known = remembered.every((targets) => targets.length > 0);
    if (entry && known && makesSense(index, entry, whole)) carried.history[entry.id] = whole;
    else carried.forgotten.push(id);
  }
  return carried;
}

// Whether a plan is between the release of an appraisal and the end of its dispute: there it is never migrated. That is
// in stages that the cycle marks as released, in those where the one who is appraised is asked to acknowledge it, and
// in those that are open to a dispute or decide on an appeal; and in all that is inside them (docs/adr/0019).
import { purposeOf, tasksOf } from '../check/tasks-of.ts';
import type { StageId } from '../model/ids.ts';
import { type IndexedStage, lineage, type StageIndex } from '../statechart/structure/stage-index.ts';

/** A container's kind is that of the stages inside that have none of their own. */
const kindOf = (line: readonly IndexedStage[]): string | undefined =>
  line.flatMap(({ stage }) => ('kind' in stage && stage.kind ? [stage.kind] : []))[0];

function isReleasedStage(line: readonly IndexedStage[]): boolean {
  const stage = line[0]?.stage;
  if (!stage || stage.type === 'history') return false;
  if (stage.released === true) return true;
  return tasksOf(stage).some(([, task]) => {
    const purpose = purposeOf(task);
    // What is acknowledged while planning is the plan, and no rating.
    if (purpose === 'acknowledgement') return kindOf(line) !== 'plan';
    return purpose === 'dispute' || purpose === 'appeal';
  });
}

/** The stage, of those where the plan stands or their containers, that says so; null when none does. */
export function releasedStage(
  index: StageIndex,
  leaves: readonly StageId[],
  said: Readonly<Record<StageId, boolean>>,
): StageId | null {
  const lines = leaves.map((id) => lineage(index, id));
  const holders = lines.flatMap((line) => line.map((_, depth) => line.slice(depth)));
  const found = holders.find((line) => {
    const id = line[0]?.id ?? '';
    return Object.hasOwn(said, id) ? said[id] === true : isReleasedStage(line);
  });
  return found?.[0]?.id ?? null;
}

// Whether a plan is between the release of an appraisal and the end of its dispute: there it is never migrated.
// A cycle does not mark such stages, so they are told by what they are for (docs/adr/0019): a task to acknowledge
// something else than the plan itself, an event about a dispute that is listened for, or a name that says so.
import type { Stage } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import { type IndexedStage, lineage, type StageIndex } from '../statechart/structure/stage-index.ts';

const name = /(^|-)(release|released|dispute|disputed|appeal|acknowledged)(-|$)/;
const event = /(^|[.-])(dispute|disputed|appeal)([.-]|$)/;

const kindOf = (line: readonly IndexedStage[]): string | undefined =>
  line.flatMap(({ stage }) => ('kind' in stage && stage.kind ? [stage.kind] : []))[0];

const acknowledges = (stage: Stage): boolean =>
  'tasks' in stage && Object.values(stage.tasks ?? {}).some(({ form }) => form === 'acknowledgement');

const hearsOfDispute = (stage: Stage): boolean =>
  'on' in stage && Object.keys(stage.on ?? {}).some((type) => event.test(type));

function isReleasedStage(line: readonly IndexedStage[]): boolean {
  const [entry] = line;
  if (!entry) return false;
  const { id, stage } = entry;
  // What is acknowledged while planning is the plan, and no rating.
  return name.test(id) || hearsOfDispute(stage) || (acknowledges(stage) && kindOf(line) !== 'plan');
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

// The semantic difference of two versions of a cycle: complete, in the order of the new document, and none at all
// when the two say the same. Pure.
import type { Cycle } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import { compareFields } from './compare-fields.ts';
import { compareParts } from './compare-parts.ts';
import { compareStages } from './compare-stages.ts';
import { compareTasks, type Outlines } from './compare-tasks.ts';
import { compareTransitions } from './compare-transitions.ts';
import { detectRenames, type Rename, type Renames } from './detect-renames.ts';
import type { Aspect, Difference, DifferenceKind } from './difference.ts';
import { type CycleOutline, outlineOf } from './outline.ts';
import { renameInCycle } from './rename-in-cycle.ts';
import { quoted } from './words.ts';

const byNewName = (renames: readonly Rename[]): ReadonlyMap<string, string> =>
  new Map(renames.map(({ from, to }) => [to, from]));
const byOldName = (renames: readonly Rename[]): ReadonlyMap<string, string> =>
  new Map(renames.map(({ from, to }) => [from, to]));

/** The old version with the new names, its pointers still leading into the document that it was. */
function oldOutline(a: Cycle, renames: Renames): CycleOutline {
  const stages = byNewName(renames.stages);
  const tasks = byNewName(renames.tasks);
  const renamed = renameInCycle(a, {
    stages: byOldName(renames.stages),
    tasks: byOldName(renames.tasks),
  });
  return outlineOf(renamed, { stage: (id) => stages.get(id) ?? id, task: (key) => tasks.get(key) ?? key });
}

function renameDifferences({ old, new: other }: Outlines, { stages, tasks }: Renames): Difference[] {
  const difference = (kind: DifferenceKind, rename: Rename, places: Places): Difference => ({
    kind,
    aspect: 'behaviour',
    old: places.old ?? null,
    new: places.new ?? null,
    stage: places.stage,
    field: null,
    before: rename.from,
    after: rename.to,
    similarity: rename.similarity,
    message: `The ${places.what} ${quoted(rename.from)} seems to be ${quoted(rename.to)} now: ${Math.round(rename.similarity * 100)} % of it is the same.`,
  });
  return [
    ...stages.map((rename) => {
      const places = { old: old.stages.get(rename.to)?.pointer, new: other.stages.get(rename.to)?.pointer };
      return difference('stage-renamed', rename, { ...places, what: 'stage', stage: rename.to });
    }),
    ...tasks.map((rename) => {
      const task = other.tasks.get(rename.to);
      const places = { old: old.tasks.get(rename.to)?.pointer, new: task?.pointer };
      return difference('task-renamed', rename, { ...places, what: 'task', stage: task?.stage ?? null });
    }),
  ];
}

interface Places {
  what: 'stage' | 'task';
  stage: StageId | null;
  old: string | undefined;
  new: string | undefined;
}

export function compareCycles(a: Cycle, b: Cycle): Difference[] {
  const renames = detectRenames(a, b);
  const outlines = { old: oldOutline(a, renames), new: outlineOf(b) };
  const own = compareFields({
    kind: 'cycle-changed',
    subject: 'The cycle',
    stage: null,
    old: { pointer: '', fields: outlines.old.own },
    new: { pointer: '', fields: outlines.new.own },
  });
  const everywhere = compareTransitions(
    { stage: null, name: null },
    { lists: outlines.old.lists, at: '' },
    { lists: outlines.new.lists, at: '' },
  );
  return [
    ...own,
    ...renameDifferences(outlines, renames),
    ...compareStages(outlines),
    ...compareTasks(outlines),
    ...everywhere,
    ...compareParts(outlines),
  ];
}

/** Do plans behave alike in both, whatever their texts and their layout? */
export const behavesAlike = (differences: readonly Difference[]): boolean =>
  differences.every(({ aspect }) => aspect !== 'behaviour');

export function countAspects(differences: readonly Difference[]): Record<Aspect, number> {
  const counts = { behaviour: 0, wording: 0, layout: 0 };
  for (const { aspect } of differences) counts[aspect] += 1;
  return counts;
}

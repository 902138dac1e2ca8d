// The stages of two versions: which are new, gone, in another container, or changed in what is their own.
import type { StageId } from '../model/ids.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { isSame } from './aspect.ts';
import { compareFields } from './compare-fields.ts';
import { type Outlines, reorderedTasks } from './compare-tasks.ts';
import { compareTransitions } from './compare-transitions.ts';
import type { Difference } from './difference.ts';
import type { CycleOutline, StageOutline } from './outline.ts';
import { quoted } from './words.ts';

const siblingsIn = (outline: CycleOutline, container: StageId | null): readonly StageId[] =>
  container === null ? outline.top : (outline.stages.get(container)?.inside ?? []);

/** Where it stands: its container and its position there. */
const standing = (outline: CycleOutline, stage: StageOutline): Record<string, Json> => ({
  in: stage.parent,
  at: siblingsIn(outline, stage.parent).indexOf(stage.id),
});

/** The stage without the stages inside, and without tasks that the other version has in another stage. */
function alone(stage: StageOutline, other: CycleOutline): JsonObject {
  const tasks = stage.tasks.filter(({ key }) => !other.tasks.has(key));
  const lists = [...stage.lists.values()];
  const listeners = lists.filter(({ name }) => name.startsWith('on/'));
  return {
    ...stage.own,
    tasks: Object.fromEntries(tasks.map(({ key, own }) => [key, own])),
    on: Object.fromEntries(listeners.map(({ name, items }) => [name.slice('on/'.length), items])),
    ...Object.fromEntries(
      lists.filter((list) => !listeners.includes(list)).map(({ name, items }) => [name, items]),
    ),
  };
}

function containerWords(outline: CycleOutline, container: StageId | null): string {
  return container === null ? 'the top' : quoted(outline.stages.get(container)?.name ?? container);
}

function added({ old, new: other }: Outlines, stage: StageOutline): Difference {
  const where = stage.parent === null ? '' : ` in ${containerWords(other, stage.parent)}`;
  return {
    kind: 'stage-added',
    aspect: 'behaviour',
    old: null,
    new: stage.pointer,
    stage: stage.id,
    field: null,
    before: null,
    after: { ...standing(other, stage), stage: alone(stage, old) },
    message: `The stage ${quoted(stage.name)} was added${where}.`,
  };
}

function removed({ old, new: other }: Outlines, stage: StageOutline): Difference {
  return {
    kind: 'stage-removed',
    aspect: 'behaviour',
    old: stage.pointer,
    new: null,
    stage: stage.id,
    field: null,
    before: { ...standing(old, stage), stage: alone(stage, other) },
    after: null,
    message: `The stage ${quoted(stage.name)} was removed.`,
  };
}

function moved({ old, new: other }: Outlines, before: StageOutline, stage: StageOutline): Difference[] {
  if (before.parent === stage.parent) return [];
  const [from, to] = [containerWords(old, before.parent), containerWords(other, stage.parent)];
  return [
    {
      kind: 'stage-moved',
      aspect: 'behaviour',
      old: before.pointer,
      new: stage.pointer,
      stage: stage.id,
      field: null,
      before: standing(old, before),
      after: standing(other, stage),
      message: `The stage ${quoted(stage.name)} moved from ${from} to ${to}.`,
    },
  ];
}

function compareStage(outlines: Outlines, before: StageOutline, stage: StageOutline): Difference[] {
  return [
    ...moved(outlines, before, stage),
    ...compareFields({
      kind: 'stage-changed',
      subject: `The stage ${quoted(before.name)}`,
      stage: stage.id,
      old: { pointer: before.pointer, fields: before.own },
      new: { pointer: stage.pointer, fields: stage.own },
    }),
    ...reorderedTasks(before, stage),
    ...compareTransitions(
      { stage: stage.id, name: stage.name },
      { lists: before.lists, at: before.pointer },
      { lists: stage.lists, at: stage.pointer },
    ),
  ];
}

const isParallel = (outline: CycleOutline, container: StageId | null): boolean =>
  container !== null && outline.stages.get(container)?.own.type === 'parallel';

/** In a parallel stage document order decides who is asked first; elsewhere it is only how the document is laid out. */
function reordered({ old, new: other }: Outlines, container: StageId | null): Difference[] {
  const [mine, theirs] = [siblingsIn(old, container), siblingsIn(other, container)];
  const before = mine.filter((id) => theirs.includes(id));
  const after = theirs.filter((id) => mine.includes(id));
  if (isSame(before, after)) return [];
  const at = (outline: CycleOutline) =>
    `${container === null ? '' : (outline.stages.get(container)?.pointer ?? '')}/stages`;
  const matters = isParallel(old, container) || isParallel(other, container);
  const where = container === null ? 'at the top' : `in ${containerWords(other, container)}`;
  return [
    {
      kind: 'stages-reordered',
      aspect: matters ? 'behaviour' : 'layout',
      old: at(old),
      new: at(other),
      stage: container,
      field: null,
      before,
      after,
      message: `The stages ${where} are in another order.`,
    },
  ];
}

export function compareStages(outlines: Outlines): Difference[] {
  const { old, new: other } = outlines;
  const present = [...other.stages.values()];
  const containers = [null, ...present.filter(({ id }) => old.stages.has(id)).map(({ id }) => id)];
  return [
    ...present.flatMap((stage) => {
      const before = old.stages.get(stage.id);
      return before ? compareStage(outlines, before, stage) : [added(outlines, stage)];
    }),
    ...[...old.stages.values()]
      .filter(({ id }) => !other.stages.has(id))
      .map((stage) => removed(outlines, stage)),
    ...containers.flatMap((container) => reordered(outlines, container)),
  ];
}

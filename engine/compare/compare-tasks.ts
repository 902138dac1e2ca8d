// The tasks of two versions. Their keys are unique in the document, so a task is found again in whatever stage.
import type { TaskKey } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { isSame } from './aspect.ts';
import { compareFields } from './compare-fields.ts';
import type { Difference } from './difference.ts';
import type { CycleOutline, StageOutline, TaskOutline } from './outline.ts';
import { quoted } from './words.ts';

export interface Outlines {
  old: CycleOutline;
  new: CycleOutline;
}

const titleOf = (task: TaskOutline): string =>
  quoted(typeof task.own.title === 'string' ? task.own.title : task.key);

const stageName = (outline: CycleOutline, id: string): string => quoted(outline.stages.get(id)?.name ?? id);

/** Where it stands: its stage and its position among the stage's tasks. */
function standing(outline: CycleOutline, task: TaskOutline): Record<string, Json> {
  const tasks = outline.stages.get(task.stage)?.tasks ?? [];
  return { stage: task.stage, at: tasks.findIndex(({ key }) => key === task.key) };
}

function compareTask(outlines: Outlines, old: TaskOutline, task: TaskOutline): Difference[] {
  const subject = `The task ${titleOf(old)}`;
  const changed = compareFields({
    kind: 'task-changed',
    subject,
    stage: task.stage,
    old: { pointer: old.pointer, fields: old.own },
    new: { pointer: task.pointer, fields: task.own },
  });
  if (old.stage === task.stage) return changed;
  const from = stageName(outlines.old, old.stage);
  const moved: Difference = {
    kind: 'task-moved',
    aspect: 'behaviour',
    old: old.pointer,
    new: task.pointer,
    stage: task.stage,
    field: null,
    before: standing(outlines.old, old),
    after: standing(outlines.new, task),
    message: `${subject} moved from ${from} to ${stageName(outlines.new, task.stage)}.`,
  };
  return [moved, ...changed];
}

/** Those of a stage that is new or gone go with it. */
export function compareTasks(outlines: Outlines): Difference[] {
  const about = { aspect: 'behaviour', field: null } as const;
  const present = [...outlines.new.tasks.values()].flatMap((task): Difference[] => {
    const old = outlines.old.tasks.get(task.key);
    if (old) return compareTask(outlines, old, task);
    if (!outlines.old.stages.has(task.stage)) return [];
    const after = { ...standing(outlines.new, task), task: task.own };
    const message = `The task ${titleOf(task)} was added to ${stageName(outlines.new, task.stage)}.`;
    const { stage, pointer } = task;
    return [{ ...about, kind: 'task-added', old: null, new: pointer, stage, before: null, after, message }];
  });
  const gone = [...outlines.old.tasks.values()].flatMap((task): Difference[] => {
    if (outlines.new.tasks.has(task.key) || !outlines.new.stages.has(task.stage)) return [];
    const message = `The task ${titleOf(task)} of ${stageName(outlines.old, task.stage)} was removed.`;
    const { stage, pointer } = task;
    return [
      {
        ...about,
        kind: 'task-removed',
        old: pointer,
        new: null,
        stage,
        before: task.own,
        after: null,
        message,
      },
    ];
  });
  return [...present, ...gone];
}

const keysIn = (stage: StageOutline): TaskKey[] => stage.tasks.map(({ key }) => key);

/** Tasks open in their order. */
export function reorderedTasks(old: StageOutline, stage: StageOutline): Difference[] {
  const [mine, theirs] = [keysIn(old), keysIn(stage)];
  const before = mine.filter((key) => theirs.includes(key));
  const after = theirs.filter((key) => mine.includes(key));
  if (isSame(before, after)) return [];
  const pointers = { old: `${old.pointer}/tasks`, new: `${stage.pointer}/tasks` };
  const message = `The tasks of ${quoted(stage.name)} are in another order.`;
  return [
    {
      kind: 'tasks-reordered',
      aspect: 'behaviour',
      ...pointers,
      stage: stage.id,
      field: null,
      before,
      after,
      message,
    },
  ];
}

// Stages and tasks that are gone under their name and there under another: proposed by what they have in common.
import type { Cycle, CycleTask } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import { type IndexedStage, listStages, stagesIn } from '../statechart/structure/stage-index.ts';
import {
  eventTypeOf,
  type PlacedTransition,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../statechart/structure/transitions.ts';
import { type Features, pairUp, similarity } from './similarity.ts';

export interface Rename {
  from: string;
  to: string;
  /** 1 is alike in everything but the name. */
  similarity: number;
}

export interface Renames {
  stages: Rename[];
  tasks: Rename[];
}

/** Half of what can be said of the two is the same. */
const least = 0.5;

type NameOf = (id: string) => string;

const sameName: NameOf = (id) => id;

const tasksIn = ({ stage }: IndexedStage): [TaskKey, CycleTask][] =>
  Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {});

/** A timer is told by its delay: its name may follow from the stage's. */
const triggerOf = ({ trigger }: PlacedTransition): string =>
  trigger.kind === 'timer' ? `timer ${trigger.delay}` : eventTypeOf(trigger);

interface Whole {
  stages: IndexedStage[];
  /** By stage: who leads to it, and upon what. */
  incoming: ReadonlyMap<StageId, string[]>;
}

function wholeOf(cycle: Cycle, nameOf: NameOf): Whole {
  const stages = listStages(cycle);
  const incoming = new Map<StageId, string[]>();
  const note = (from: string, placed: PlacedTransition) => {
    for (const to of targetsOf(placed.transition))
      incoming.set(to, [...(incoming.get(to) ?? []), `${from} ${triggerOf(placed)}`]);
  };
  for (const placed of transitionsOfCycle(cycle)) note('*', placed);
  for (const { id, stage, place } of stages) {
    for (const placed of transitionsOfStage(id, stage, place)) note(nameOf(id), placed);
  }
  return { stages, incoming };
}

function featuresOfStage(entry: IndexedStage, { incoming }: Whole, nameOf: NameOf): Features {
  const { id, stage, parent, place } = entry;
  const transitions = transitionsOfStage(id, stage, place);
  const actions = stage.type === 'history' ? [] : [stage.entry ?? [], stage.exit ?? []];
  return new Map<string, number>([
    [`type ${stage.type ?? ('stages' in stage ? 'compound' : 'atomic')}`, 1],
    [`in ${parent === null ? '' : nameOf(parent)}`, 1],
    ...(stage.name === undefined ? [] : [[`name ${stage.name}`, 2] as const]),
    ...('kind' in stage && stage.kind ? [[`kind ${stage.kind}`, 1] as const] : []),
    ...('outcome' in stage && stage.outcome ? [[`outcome ${stage.outcome}`, 2] as const] : []),
    ...tasksIn(entry).flatMap(([key, task]) => [
      [`task ${key}`, 2] as const,
      [`title ${task.title}`, 1] as const,
    ]),
    ...transitions.map((placed) => [`upon ${triggerOf(placed)}`, 1] as const),
    ...transitions.flatMap((placed) =>
      targetsOf(placed.transition).map((to) => [`upon ${triggerOf(placed)} to ${nameOf(to)}`, 1] as const),
    ),
    ...actions.filter((list) => list.length > 0).map((list) => [`does ${JSON.stringify(list)}`, 1] as const),
    ...Object.keys(stagesIn(stage)).map((inner) => [`holds ${nameOf(inner)}`, 2] as const),
    ...(incoming.get(id) ?? []).map((from) => [`from ${from}`, 1] as const),
  ]);
}

/** A history or final stage is never what a stage to wait in has become. */
const isSameSort = (a: IndexedStage, b: IndexedStage): boolean =>
  (a.stage.type === 'history') === (b.stage.type === 'history') &&
  (a.stage.type === 'final') === (b.stage.type === 'final');

function renamedStages(a: Cycle, b: Cycle, known: readonly Rename[]): Rename[] {
  const names = new Map(known.map(({ from, to }) => [from, to]));
  const nameOf: NameOf = (id) => names.get(id) ?? id;
  const [before, after] = [wholeOf(a, nameOf), wholeOf(b, sameName)];
  const idsBefore = new Set(before.stages.map(({ id }) => id));
  const idsAfter = new Set(after.stages.map(({ id }) => id));
  const gone = before.stages.filter(({ id }) => !idsAfter.has(id));
  const fresh = after.stages.filter(({ id }) => !idsBefore.has(id));
  const goneFeatures = gone.map((entry) => featuresOfStage(entry, before, nameOf));
  const freshFeatures = fresh.map((entry) => featuresOfStage(entry, after, sameName));
  const pairs = pairUp({
    old: gone.length,
    new: fresh.length,
    least,
    likeness: (old, other) => {
      const [x, y] = [gone[old], fresh[other]];
      if (!x || !y || !isSameSort(x, y)) return null;
      return similarity(goneFeatures[old] ?? new Map(), freshFeatures[other] ?? new Map());
    },
  });
  return pairs.map((pair) => ({
    from: gone[pair.old]?.id ?? '',
    to: fresh[pair.new]?.id ?? '',
    similarity: rounded(pair.likeness),
  }));
}

const rounded = (likeness: number): number => Math.round(likeness * 100) / 100;

function featuresOfTask([, task]: [TaskKey, CycleTask], stage: string): Features {
  const { title, form, ...rest } = task;
  return new Map<string, number>([
    [`title ${title}`, 3],
    [`form ${JSON.stringify(form)}`, 2],
    [`in ${stage}`, 2],
    ...Object.entries(rest).map(([key, value]) => [`${key} ${JSON.stringify(value)}`, 1] as const),
  ]);
}

/** Whether the version without the task listens for its events all the same: a rename would make two things one. */
const isHeard = (cycle: Cycle, key: TaskKey): boolean => JSON.stringify(cycle).includes(`"task.${key}.`);

function renamedTasks(a: Cycle, b: Cycle, stages: readonly Rename[]): Rename[] {
  const names = new Map(stages.map(({ from, to }) => [from, to]));
  const list = (cycle: Cycle, nameOf: NameOf) =>
    listStages(cycle).flatMap((entry) =>
      tasksIn(entry).map((task) => ({ key: task[0], features: featuresOfTask(task, nameOf(entry.id)) })),
    );
  const before = list(a, (id) => names.get(id) ?? id);
  const after = list(b, sameName);
  const keysBefore = new Set(before.map(({ key }) => key));
  const keysAfter = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !keysAfter.has(key) && !isHeard(b, key));
  const fresh = after.filter(({ key }) => !keysBefore.has(key) && !isHeard(a, key));
  const pairs = pairUp({
    old: gone.length,
    new: fresh.length,
    least,
    likeness: (old, other) =>
      similarity(gone[old]?.features ?? new Map(), fresh[other]?.features ?? new Map()),
  });
  return pairs.map((pair) => ({
    from: gone[pair.old]?.key ?? '',
    to: fresh[pair.new]?.key ?? '',
    similarity: rounded(pair.likeness),
  }));
}

/** Twice: what leads to renamed stages is told by their new names once these are known. */
export function detectRenames(a: Cycle, b: Cycle): Renames {
  const stages = renamedStages(a, b, renamedStages(a, b, []));
  return { stages, tasks: renamedTasks(a, b, stages) };
}

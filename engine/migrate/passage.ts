// Where everything of the old version goes in the new one: what the mapping says, else the renames that a
// comparison proposes, else what has the same id.
import { matchTransitions } from '../compare/compare-transitions.ts';
import type { Renames } from '../compare/detect-renames.ts';
import type { CycleOutline } from '../compare/outline.ts';
import type { Cycle } from '../model/cycle.ts';
import type { StageId, TaskKey, TimerId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Definitions } from './definitions.ts';
import type { InstantPolicy, MigrationMapping, PlanPassage } from './mapping.ts';

export interface TaskTarget {
  to: TaskKey;
  due: InstantPolicy;
}
export interface TimerTarget {
  to: TimerId;
  policy: InstantPolicy;
}

export interface Passage {
  /** The stages of the new version that stand for one of the old; none: no counterpart. */
  stages: ReadonlyMap<StageId, readonly StageId[]>;
  /** Null cancels; no entry: no counterpart. */
  tasks: ReadonlyMap<TaskKey, TaskTarget | null>;
  timers: ReadonlyMap<TimerId, TimerTarget | null>;
  instants: InstantPolicy;
  /** Whether a task or a timer that the new version has besides begins. */
  opens(key: TaskKey): boolean;
  arms(id: TimerId): boolean;
  rename: ReadonlyMap<string, string>;
  set: ReadonlyMap<string, Json>;
  leave: boolean;
}

export interface Versions {
  from: Definitions;
  to: Definitions;
  renames: Renames;
  /** The old version under the new names, and the new one: timers are told apart by them. */
  outlines: { from: CycleOutline; to: CycleOutline };
  cycles: { from: Cycle; to: Cycle };
}

type Said = Omit<PlanPassage, 'leave'>;

/** What is said for the plan alone comes before what is said for all. */
export function saidFor(mapping: MigrationMapping, planId: string): PlanPassage {
  const own: PlanPassage = mapping.plans?.[planId] ?? {};
  return {
    stages: { ...mapping.stages, ...own.stages },
    tasks: { ...mapping.tasks, ...own.tasks },
    timers: { ...mapping.timers, ...own.timers },
    instants: own.instants ?? mapping.instants,
    added: { ...mapping.added, ...own.added },
    variables: {
      rename: { ...mapping.variables?.rename, ...own.variables?.rename },
      set: { ...mapping.variables?.set, ...own.variables?.set },
    },
    leave: own.leave,
  };
}

const asList = (target: string | readonly string[]): readonly string[] =>
  typeof target === 'string' ? [target] : target;

function stagesOf(said: Said, { from, to, renames }: Versions): Passage['stages'] {
  const renamed = new Map(renames.stages.map((rename) => [rename.from, rename.to]));
  return new Map(
    [...from.index.keys()].flatMap((id): [StageId, readonly StageId[]][] => {
      const target = said.stages?.[id];
      if (target !== undefined) return [[id, asList(target)]];
      const same = renamed.get(id) ?? id;
      return to.index.has(same) ? [[id, [same]]] : [];
    }),
  );
}

function tasksOf(said: Said, { from, to, renames }: Versions, instants: InstantPolicy): Passage['tasks'] {
  const renamed = new Map(renames.tasks.map((rename) => [rename.from, rename.to]));
  return new Map(
    [...from.tasks.keys()].flatMap((key): [TaskKey, TaskTarget | null][] => {
      const target = said.tasks?.[key];
      if (target === null) return [[key, null]];
      if (typeof target === 'string') return [[key, { to: target, due: instants }]];
      if (target) return [[key, { to: target.to, due: target.due ?? instants }]];
      const same = renamed.get(key) ?? key;
      return to.tasks.has(same) ? [[key, { to: same, due: instants }]] : [];
    }),
  );
}

/** The timers of a stage, by position, in the one that stands for it; told apart by what they wait for and lead to. */
function likeTimers(
  stage: StageId,
  target: StageId,
  { renames, outlines }: Versions,
): [position: number, TimerId][] {
  const renamed = new Map(renames.stages.map((rename) => [rename.from, rename.to]));
  const old = outlines.from.stages.get(renamed.get(stage) ?? stage)?.lists.get('after')?.items ?? [];
  const other = outlines.to.stages.get(target)?.lists.get('after')?.items ?? [];
  const pairs = matchTransitions(old, other, true);
  return pairs.map((pair) => [pair.old, String(other[pair.new]?.id)]);
}

/** Stages that are the same in both come first: what stands for another one besides has its own timers already. */
function timersAlike(stages: Passage['stages'], versions: Versions): Map<TimerId, TimerId> {
  const { from, to, renames } = versions;
  const renamed = new Map(renames.stages.map((rename) => [rename.from, rename.to]));
  const isSame = (stage: StageId, target: StageId | undefined) => (renamed.get(stage) ?? stage) === target;
  const first = [...stages].sort(([a, [x]], [b, [y]]) => Number(isSame(b, y)) - Number(isSame(a, x)));
  const alike = new Map<TimerId, TimerId>();
  const taken = new Set<TimerId>();
  for (const [stage, [target]] of first) {
    if (target === undefined) continue;
    const own = [...from.timers.values()].filter((timer) => timer.stage === stage);
    for (const [position, id] of likeTimers(stage, target, versions)) {
      const timer = own[position];
      if (!timer || !to.timers.has(id) || taken.has(id)) continue;
      alike.set(timer.id, id);
      taken.add(id);
    }
  }
  return alike;
}

function timersOf(
  said: Said,
  versions: Versions,
  { stages, instants }: { stages: Passage['stages']; instants: InstantPolicy },
): Passage['timers'] {
  const { to } = versions;
  const alike = timersAlike(stages, versions);
  const taken = new Set(alike.values());
  return new Map(
    [...versions.from.timers.values()].flatMap(({ id, named }): [TimerId, TimerTarget | null][] => {
      const target = said.timers?.[id];
      if (target === null) return [[id, null]];
      if (typeof target === 'string') return [[id, { to: target, policy: instants }]];
      if (target) return [[id, { to: target.to, policy: target.policy ?? instants }]];
      const like = alike.get(id);
      if (like !== undefined) return [[id, { to: like, policy: instants }]];
      // A timer with a name of its own is the same timer wherever it stands.
      const isThere = named && to.timers.get(id)?.named === true && !taken.has(id);
      return isThere ? [[id, { to: id, policy: instants }]] : [];
    }),
  );
}

export function passageOf(said: PlanPassage, versions: Versions): Passage {
  const instants = said.instants ?? 'keep';
  const stages = stagesOf(said, versions);
  const except = new Set(said.added?.except ?? []);
  return {
    stages,
    tasks: tasksOf(said, versions, instants),
    timers: timersOf(said, versions, { stages, instants }),
    instants,
    opens: (key) => said.added?.tasks !== 'leave' && !except.has(key),
    arms: (id) => said.added?.timers !== 'leave' && !except.has(id),
    rename: new Map(Object.entries(said.variables?.rename ?? {})),
    set: new Map(Object.entries(said.variables?.set ?? {})),
    leave: said.leave === true,
  };
}

// A migration made ready once for all plans: the two versions, and a mapping without mistakes. A mapping that names
// what there is not, or sends two things to one place, is refused with the place of each mistake.
import { detectRenames } from '../compare/detect-renames.ts';
import { outlineOf } from '../compare/outline.ts';
import { renameInCycle } from '../compare/rename-in-cycle.ts';
import { scopeName } from '../expression/scope.ts';
import type { StageId } from '../model/ids.ts';
import { nearest } from '../model/nearest.ts';
import { pointerTo } from '../model/pointer.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';
import { definitionsOf } from './definitions.ts';
import type { MigrationMapping, PlanPassage } from './mapping.ts';
import { type Passage, passageOf, saidFor, type Versions } from './passage.ts';
import { type ReachInCycle, reachInCycle } from './reach.ts';

export interface MappingProblem {
  /** JSON Pointer into the mapping document. */
  pointer: string;
  message: string;
}

export interface Migration {
  from: CompiledCycle;
  to: CompiledCycle;
  mapping: MigrationMapping;
  versions: Versions;
  reach: ReachInCycle;
  /** For one plan: what is said for it, else for all. */
  passageFor(planId: string): Passage;
}

export type PreparedMigration =
  | { kind: 'prepared'; migration: Migration }
  | { kind: 'refused'; problems: MappingProblem[] };

function versionsOf(from: CompiledCycle, to: CompiledCycle): Versions {
  const renames = detectRenames(from.cycle, to.cycle);
  const renamed = renameInCycle(from.cycle, {
    stages: new Map(renames.stages.map((rename) => [rename.from, rename.to])),
    tasks: new Map(renames.tasks.map((rename) => [rename.from, rename.to])),
  });
  return {
    from: definitionsOf(from),
    to: definitionsOf(to),
    renames,
    outlines: { from: outlineOf(renamed), to: outlineOf(to.cycle) },
    cycles: { from: from.cycle, to: to.cycle },
  };
}

interface Names {
  what: 'stage' | 'task' | 'timer';
  old: readonly string[];
  new: readonly string[];
  versions: { from: number; to: number };
}

function unknown({ what, versions, ...names }: Names, id: string, side: 'old' | 'new'): string | null {
  if (names[side].includes(id)) return null;
  const version = side === 'old' ? versions.from : versions.to;
  const meant = nearest(id, names[side]);
  return `Version ${version} has no ${what} “${id}”.${meant === null ? '' : ` Did you mean “${meant}”?`}`;
}

const targetsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' && value !== null && 'to' in value ? [String(value.to)] : [];
};

function wrongNames(names: Names, said: Record<string, unknown> | undefined, at: string): MappingProblem[] {
  return Object.entries(said ?? {}).flatMap(([old, target]) =>
    [unknown(names, old, 'old'), ...targetsIn(target).map((id) => unknown(names, id, 'new'))]
      .filter((message) => message !== null)
      .map((message) => ({ pointer: at + pointerTo(old), message })),
  );
}

/** A history stage leads on, nobody stands in it. */
function historyTargets(stages: PlanPassage['stages'], { from, to }: Versions, at: string): MappingProblem[] {
  return Object.entries(stages ?? {}).flatMap(([old, target]) =>
    targetsIn(target)
      .filter((id) => isHistory(to, id) && !isHistory(from, old))
      .map((id) => ({
        pointer: `${at}${pointerTo('stages', old)}`,
        message: `“${id}” is a history stage: a plan cannot stand in it. Name the stage that it leads to.`,
      })),
  );
}

const isHistory = ({ index }: Versions['to'], id: StageId): boolean =>
  index.get(id)?.stage.type === 'history';

type Targets = ReadonlyMap<string, { to: string } | null>;

/** Two tasks cannot become one: whose draft would it be? */
function sharedTargets(what: 'task' | 'timer', targets: Targets, at: string): MappingProblem[] {
  const bySame = Map.groupBy(
    [...targets].flatMap(([from, target]) => (target === null ? [] : [{ from, to: target.to }])),
    ({ to }) => to,
  );
  return [...bySame].flatMap(([to, all]) => {
    if (all.length < 2) return [];
    const names = all.map(({ from }) => `“${from}”`).join(' and ');
    const message = `The ${what}s ${names} would both become “${to}”. Send one elsewhere, or cancel it with null.`;
    return all.slice(1).map(({ from }) => ({ pointer: `${at}${pointerTo(`${what}s`, from)}`, message }));
  });
}

/** What was done of a task under the same name in the same stay would count for the one that takes the name. */
function takenNames({ from }: Versions, tasks: Passage['tasks'], at: string): MappingProblem[] {
  return [...tasks].flatMap(([key, target]) => {
    if (target === null || target.to === key || tasks.get(target.to) !== null) return [];
    if (from.tasks.get(key)?.stage !== from.tasks.get(target.to)?.stage) return [];
    const message = `“${target.to}” is another task of the same stage in the old version; it cannot be cancelled and “${key}” take its name.`;
    return [{ pointer: `${at}${pointerTo('tasks', key)}`, message }];
  });
}

function wrongVariables({ variables }: PlanPassage, at: string): MappingProblem[] {
  const named = [
    ...Object.entries(variables?.rename ?? {}).map(([from, to]) => ({ way: ['rename', from], name: to })),
    ...Object.keys(variables?.set ?? {}).map((name) => ({ way: ['set', name], name })),
  ];
  return named
    .filter(({ name }) => scopeName(name))
    .map(({ way, name }) => ({
      pointer: at + pointerTo('variables', ...way),
      message: `“${name}” is what every plan has of itself; it is no variable.`,
    }));
}

function problemsIn(said: PlanPassage, own: PlanPassage, migration: Migration, at: string): MappingProblem[] {
  const { versions, from, to } = migration;
  const numbers = { from: from.version, to: to.version };
  const names = (what: Names['what'], old: Iterable<string>, other: Iterable<string>): Names => ({
    what,
    old: [...old],
    new: [...other],
    versions: numbers,
  });
  const found = [
    ...wrongNames(
      names('stage', versions.from.index.keys(), versions.to.index.keys()),
      own.stages,
      `${at}/stages`,
    ),
    ...wrongNames(
      names('task', versions.from.tasks.keys(), versions.to.tasks.keys()),
      own.tasks,
      `${at}/tasks`,
    ),
    ...wrongNames(
      names('timer', versions.from.timers.keys(), versions.to.timers.keys()),
      own.timers,
      `${at}/timers`,
    ),
    ...historyTargets(own.stages, versions, at),
    ...wrongVariables(own, at),
  ];
  if (found.length > 0) return found;
  const passage = passageOf(said, versions);
  return [
    ...sharedTargets('task', passage.tasks, at),
    ...sharedTargets('timer', passage.timers, at),
    ...takenNames(versions, passage.tasks, at),
  ];
}

function headProblems({ from, to, mapping, versions }: Migration): MappingProblem[] {
  const asked = { cycleId: from.id, from: from.version, to: to.version };
  const keys = ['cycleId', 'from', 'to'] as const;
  return [
    ...keys
      .filter((key) => mapping[key] !== undefined && mapping[key] !== asked[key])
      .map((key) => ({
        pointer: `/${key}`,
        message: `The mapping is for ${key} ${mapping[key]}, and the migration is for ${asked[key]}.`,
      })),
    ...Object.keys(mapping.released ?? {})
      .filter((id) => !versions.from.index.has(id))
      .map((id) => ({
        pointer: pointerTo('released', id),
        message: `Version ${from.version} has no stage “${id}”.`,
      })),
  ];
}

export function prepareMigration(
  from: CompiledCycle,
  to: CompiledCycle,
  mapping: MigrationMapping,
): PreparedMigration {
  const versions = versionsOf(from, to);
  const forAll = passageOf(saidFor(mapping, ''), versions);
  const migration: Migration = {
    from,
    to,
    mapping,
    versions,
    reach: reachInCycle(to.cycle),
    passageFor: (planId) =>
      mapping.plans && Object.hasOwn(mapping.plans, planId)
        ? passageOf(saidFor(mapping, planId), versions)
        : forAll,
  };
  const { plans = {}, ...whole } = mapping;
  const problems = [
    ...headProblems(migration),
    ...problemsIn(saidFor(mapping, ''), whole, migration, ''),
    ...Object.entries(plans).flatMap(([id, own]) =>
      problemsIn(saidFor(mapping, id), own, migration, pointerTo('plans', id)),
    ),
  ];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'prepared', migration };
}

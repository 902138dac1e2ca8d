// What two people made of one cycle, merged by stages, transitions, tasks and fields: `base` is what both began from.
// What only one of them changed is in the result; what both changed differently is a conflict, and one of the two is
// taken. The result is a cycle that can be saved, always. Pure.
import {
  type Cycle,
  type Json,
  type JsonObject,
  parseCycle,
  structuralFaults,
} from '../../../engine/index.ts';
import { withoutTargets } from '../stage-commands.ts';
import { stagesInside } from '../stage-tree.ts';
import { listTransitions } from '../transitions.ts';
import type { Choices, Conflict, Side } from './conflict.ts';
import { type FlatCycle, type FlatStage, flatten, unflatten } from './flat-cycle.ts';
import { type Asking, mergeJson, mergeObjects } from './merge-json.ts';
import { isSame, mergeNames, type Three } from './merge-list.ts';
import { type Removal, removalsBy } from './removals.ts';

export interface Merged {
  cycle: Cycle;
  conflicts: Conflict[];
}

interface Sides<Document> {
  base: Document;
  mine: Document;
  theirs: Document;
}

interface Attempt {
  json: JsonObject;
  conflicts: Conflict[];
}

/** Stages that are taken whole from one side, since their parts do not fit together. */
type Whole = ReadonlySet<string>;

const all = '*';
const keyOf = (path: readonly string[]): string => path.join('/');

function mergeFlat(sides: Sides<FlatCycle>, choices: Choices, whole: Whole): Attempt {
  const { base, mine, theirs } = sides;
  const conflicts: Conflict[] = [];
  const sideOf = (conflict: Conflict): Side => {
    conflicts.push(conflict);
    return choices.get(conflict.key) ?? 'mine';
  };
  const isKept = ({ conflict, by }: Removal): boolean => conflict !== null && sideOf(conflict) !== by;
  const removals = [...removalsBy('mine', base, mine, theirs), ...removalsBy('theirs', base, theirs, mine)];
  const kept = new Set(removals.filter(isKept).flatMap(({ ids }) => ids));
  const gone = new Set(removals.flatMap(({ ids }) => ids).filter((id) => !kept.has(id)));
  const asking: Asking = {
    choose: (path, three) => {
      const [part = '', id = '', ...rest] = path;
      const isOfStage = part === 'stages' || part === 'layout';
      const conflict: Conflict = {
        key: keyOf(path),
        kind: part === 'stages' && rest.length === 0 ? 'stage' : 'field',
        stage: isOfStage ? id : null,
        path: part === 'stages' ? rest : path.slice(part === 'own' ? 1 : 0),
        ...three,
      };
      return three[sideOf(conflict)];
    },
    isWhole: (path) =>
      (path[0] === 'layout' && path.length === 2) ||
      (path[0] === 'stages' && path.length === 2 && (whole.has(path[1] ?? '') || whole.has(all))),
    holds: (value, path) =>
      kept.size > 0 && ((path[0] === 'layout' && kept.has(path[1] ?? '')) || leadsToOne(value, kept)),
  };
  const idsOf = ({ stages }: FlatCycle) => Object.keys(stages);
  const ids = mergeNames(idsOf(base), idsOf(mine), idsOf(theirs)).filter((id) => !gone.has(id));
  const stages = ids.flatMap((id): [string, FlatStage][] => {
    const stage = mergeStage(id, sides, asking);
    return stage ? [[id, stage]] : [];
  });
  const parents = [...new Set(['', ...ids])];
  const orderOf = (flat: FlatCycle, id: string) => flat.order[id] ?? [];
  const order = parents.map((id): [string, string[]] => [
    id,
    mergeNames(orderOf(base, id), orderOf(mine, id), orderOf(theirs, id)),
  ]);
  const part = (name: 'own' | 'layout') =>
    mergeObjects({ base: base[name], mine: mine[name], theirs: theirs[name] }, [name], asking);
  const flat = { own: part('own'), layout: part('layout') };
  return {
    json: unflatten({ ...flat, stages: Object.fromEntries(stages), order: Object.fromEntries(order) }),
    conflicts,
  };
}

function leadsToOne(value: Json | undefined, ids: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value) && typeof value.to === 'string' && ids.has(value.to)) return true;
  return Object.values(value).some((inside) => leadsToOne(inside, ids));
}

function mergeStage(id: string, { base, mine, theirs }: Sides<FlatCycle>, asking: Asking): FlatStage | null {
  // A stage that a person keeps is as the side has it that kept it.
  const [ours, others] = [mine.stages[id] ?? theirs.stages[id], theirs.stages[id] ?? mine.stages[id]];
  if (!ours || !others) return null;
  const before = base.stages[id];
  const three = { base: before?.fields, mine: ours.fields, theirs: others.fields };
  const fields = mergeJson(three, ['stages', id], asking);
  const parents: Three = { base: before?.parent, mine: ours.parent, theirs: others.parent };
  const parent = mergeJson(parents, ['stages', id, 'container'], asking);
  return { parent: String(parent ?? ''), fields: fields as JsonObject };
}

/** Null when it is no cycle; what leads to stages that are gone is gone too. */
function toCycle(json: JsonObject): { cycle: Cycle } | { faults: string[] } {
  const parsed = parseCycle(json);
  if (parsed.kind === 'refused') return { faults: parsed.problems.map(({ pointer }) => pointer) };
  const cycle = json as unknown as Cycle;
  const known = new Set(idsIn(cycle));
  const targets = listTransitions(cycle).flatMap(({ transition: { to, also } }) => [
    ...(to === undefined ? [] : [to]),
    ...(also ?? []),
  ]);
  const lost = targets.filter((id) => !known.has(id));
  const linked = lost.length > 0 ? withoutTargets(cycle, lost) : cycle;
  const faults = structuralFaults(linked);
  return faults.length === 0 ? { cycle: linked } : { faults: faults.map(({ pointer }) => pointer) };
}

function idsIn(cycle: Cycle, container: string | null = null): string[] {
  return Object.keys(stagesInside(cycle, container)).flatMap((id) => [id, ...idsIn(cycle, id)]);
}

/** The innermost stage of a JSON Pointer. */
const stageOf = (pointer: string): string | null =>
  [...pointer.matchAll(/\/stages\/([^/]+)/g)].at(-1)?.[1] ?? null;

/** Whole documents, as a last resort: either is a cycle already. */
function takeOne({ base, mine, theirs }: Sides<Cycle>, choices: Choices): Merged {
  const conflict: Conflict = {
    key: 'document',
    kind: 'document',
    stage: null,
    path: [],
    base: base.name,
    mine: mine.name,
    theirs: theirs.name,
  };
  return { cycle: choices.get('document') === 'theirs' ? theirs : mine, conflicts: [conflict] };
}

const plain = (cycle: Cycle): JsonObject => cycle as unknown as JsonObject;

export function mergeCycles(sides: Sides<Cycle>, choices: Choices = new Map()): Merged {
  const { base, mine, theirs } = sides;
  if (isSame(plain(base), plain(theirs)) || isSame(plain(mine), plain(theirs)))
    return { cycle: mine, conflicts: [] };
  if (isSame(plain(base), plain(mine))) return { cycle: theirs, conflicts: [] };
  const flat = {
    base: flatten(plain(base)),
    mine: flatten(plain(mine)),
    theirs: flatten(plain(theirs)),
  };
  let whole = new Set<string>();
  // Each time round at least one more stage is taken whole, and then all of them.
  while (true) {
    const { json, conflicts } = mergeFlat(flat, choices, whole);
    const made = toCycle(json);
    if ('cycle' in made) return { cycle: made.cycle, conflicts };
    if (whole.has(all)) return takeOne(sides, choices);
    const unfit = made.faults.map(stageOf).filter((id) => id !== null && !whole.has(id));
    whole = new Set([...whole, ...(unfit.length > 0 ? unfit.filter((id) => id !== null) : [all])]);
  }
}

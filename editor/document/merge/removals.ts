// Stages that one side took away: whether the other went on with them, so that a person has to say what becomes of
// them. A container is decided with what was in it. Pure.
import type { Json, JsonObject, StageId } from '../../../engine/index.ts';
import type { Conflict, Side } from './conflict.ts';
import type { FlatCycle } from './flat-cycle.ts';
import { isSame } from './merge-list.ts';

export interface Removal {
  /** Who took it away. */
  by: Side;
  stage: StageId;
  /** With what was in it and is gone with it. */
  ids: readonly StageId[];
  conflict: Conflict | null;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How often each stage is led to. */
function countTargets(value: Json, counts = new Map<StageId, number>()): Map<StageId, number> {
  const count = (id: Json | undefined) => {
    if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  if (Array.isArray(value)) for (const item of value) countTargets(item, counts);
  else if (isObject(value)) {
    count(value.to);
    if (Array.isArray(value.also)) for (const id of value.also) count(id);
    for (const inside of Object.values(value)) countTargets(inside, counts);
  }
  return counts;
}

const targetsIn = ({ own, stages }: FlatCycle): Map<StageId, number> =>
  countTargets([own, ...Object.values(stages).map(({ fields }) => fields)]);

const goneFrom = (base: FlatCycle, side: FlatCycle): Set<StageId> =>
  new Set(Object.keys(base.stages).filter((id) => !Object.hasOwn(side.stages, id)));

function within(base: FlatCycle, gone: ReadonlySet<StageId>, root: StageId): StageId[] {
  const inside = (base.order[root] ?? []).filter((id) => gone.has(id));
  return [root, ...inside.flatMap((id) => within(base, gone, id))];
}

/** Went the other side on with any of them: changed it, put a stage in, or led to it? */
function isGoneOnWith(base: FlatCycle, other: FlatCycle, ids: readonly StageId[]): boolean {
  const targets = { before: targetsIn(base), after: targetsIn(other) };
  const isTouched = (id: StageId): boolean => {
    const [before, after] = [base.stages[id], other.stages[id]];
    if (after === undefined) return false;
    const newInside = (other.order[id] ?? []).some((inner) => !(base.order[id] ?? []).includes(inner));
    const led = (targets.after.get(id) ?? 0) > (targets.before.get(id) ?? 0);
    return newInside || led || before?.parent !== after.parent || !isSame(before?.fields, after.fields);
  };
  return ids.some(isTouched);
}

export function removalsBy(by: Side, base: FlatCycle, side: FlatCycle, other: FlatCycle): Removal[] {
  const gone = goneFrom(base, side);
  const roots = [...gone].filter((id) => !gone.has(base.stages[id]?.parent ?? ''));
  return roots.map((stage) => {
    const ids = within(base, gone, stage);
    const contested = Object.hasOwn(other.stages, stage) && isGoneOnWith(base, other, ids);
    const [before, after] = [base.stages[stage]?.fields, other.stages[stage]?.fields];
    const conflict: Conflict = {
      key: `removal ${stage}`,
      kind: 'removal',
      stage,
      path: [],
      base: before,
      mine: by === 'mine' ? undefined : after,
      theirs: by === 'theirs' ? undefined : after,
    };
    return { by, stage, ids, conflict: contested ? conflict : null };
  });
}

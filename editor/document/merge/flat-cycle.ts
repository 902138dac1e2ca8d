// A cycle with its stages side by side, each with the container that it is in: a stage stays the same stage wherever
// somebody moves it. Pure.
import type { Json, JsonObject, StageId } from '../../../engine/index.ts';

export interface FlatStage {
  /** Empty at the top. */
  parent: StageId;
  fields: JsonObject;
}

export interface FlatCycle {
  own: JsonObject;
  layout: JsonObject;
  stages: Readonly<Record<StageId, FlatStage>>;
  /** By the container; its stages in order. */
  order: Readonly<Record<StageId, readonly StageId[]>>;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export function flatten(cycle: JsonObject): FlatCycle {
  const { stages: all, layout, ...own } = cycle;
  const stages: Record<StageId, FlatStage> = {};
  const order: Record<StageId, readonly StageId[]> = {};
  const visit = (inside: JsonObject, parent: StageId) => {
    order[parent] = Object.keys(inside);
    for (const [id, value] of Object.entries(inside)) {
      const { stages: inner, ...fields } = objectOf(value);
      stages[id] = { parent, fields };
      if (inner !== undefined) visit(objectOf(inner), id);
    }
  };
  visit(objectOf(all), '');
  return { own, layout: objectOf(layout), stages, order };
}

/** A container without stages is none; one that begins in a stage that is not there begins in its first one. */
function fitting(fields: JsonObject, inner: JsonObject): JsonObject {
  const { initial, begin, onDone, type, ...rest } = fields;
  const isEmpty = Object.keys(inner).length === 0;
  const isGroup = type === 'compound' || type === 'parallel' || initial !== undefined;
  if (isEmpty) return isGroup ? rest : fields;
  if (type === 'parallel') return { ...fields, stages: inner };
  const first = Object.entries(inner).find(([, stage]) => objectOf(stage).type !== 'history')?.[0];
  const start = typeof initial === 'string' && Object.hasOwn(inner, initial) ? initial : (first ?? '');
  const begun: JsonObject = start === initial && begin !== undefined ? { begin } : {};
  const done: JsonObject = onDone === undefined ? {} : { onDone };
  const kept: JsonObject = type === undefined || type === 'atomic' ? {} : { type };
  return { ...rest, ...kept, initial: start, ...begun, stages: inner, ...done };
}

/** Stages in containers that are not there are left out, and so are their places. */
export function unflatten({ own, layout, stages, order }: FlatCycle): JsonObject {
  const placed = new Set<StageId>();
  const inside = (parent: StageId): JsonObject => {
    const ids = Object.keys(stages).filter((id) => stages[id]?.parent === parent);
    const known = order[parent] ?? [];
    const rank = (id: StageId) => (known.includes(id) ? known.indexOf(id) : known.length);
    const sorted = ids.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return Object.fromEntries(
      sorted.map((id) => {
        placed.add(id);
        return [id, fitting(stages[id]?.fields ?? {}, inside(id))];
      }),
    );
  };
  const top = inside('');
  const { initial } = own;
  const first = Object.entries(top).find(([, stage]) => objectOf(stage).type !== 'history')?.[0];
  const isThere = typeof initial === 'string' && Object.hasOwn(top, initial);
  const { begin: _begin, ...others } = own;
  const places = Object.fromEntries(Object.entries(layout).filter(([id]) => placed.has(id)));
  const start = isThere ? own : { ...others, ...(first === undefined ? {} : { initial: first }) };
  return {
    ...start,
    stages: top,
    ...(Object.keys(layout).length > 0 ? { layout: places } : {}),
  };
}

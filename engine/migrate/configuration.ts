// The stages that a plan can stand in at once: one of each container, all regions of a parallel one.
import type { StageId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import {
  type IndexedStage,
  lineage,
  type StageIndex,
  stagesIn,
} from '../statechart/structure/stage-index.ts';

export type Configuration =
  | { kind: 'legal'; value: Json; active: StageId[] }
  | { kind: 'illegal'; message: string };

const illegal = (message: string): Configuration => ({ kind: 'illegal', message });

const realChildren = (index: StageIndex, container: StageId | null): StageId[] =>
  [...index.values()]
    .filter(({ parent, stage }) => parent === container && stage.type !== 'history')
    .map(({ id }) => id);

/** A stage without stages inside, that a plan can stand in. */
export const isPlace = ({ stage }: IndexedStage): boolean =>
  stage.type !== 'history' && Object.keys(stagesIn(stage)).length === 0;

export const isEnd = ({ stage, parent }: IndexedStage): boolean => stage.type === 'final' && parent === null;

interface Within {
  index: StageIndex;
  active: ReadonlySet<StageId>;
}

const list = (ids: readonly StageId[]): string => ids.map((id) => `“${id}”`).join(' and ');

/** Why the active stages inside a container cannot be; null when they can. */
function faultIn({ index, active }: Within, container: StageId | null): string | null {
  const children = realChildren(index, container);
  const standing = children.filter((id) => active.has(id));
  const where = container === null ? 'at the top' : `in “${container}”`;
  if (container !== null && index.get(container)?.stage.type === 'parallel') {
    const missing = children.filter((id) => !active.has(id));
    if (missing.length === 0) return null;
    return `${where} ${list(missing)} would have no active stage; name one of each region in the mapping`;
  }
  if (standing.length === 1) return null;
  return standing.length === 0
    ? `${where} no stage would be active`
    : `${where} ${list(standing)} cannot be active at once`;
}

/** In the form that a plan stores: "observe", or { review: { self: "open", manager: "done" } }. */
function valueIn(within: Within, container: StageId | null): Json {
  const { index, active } = within;
  const standing = realChildren(index, container).filter((id) => active.has(id));
  const isParallel = container !== null && index.get(container)?.stage.type === 'parallel';
  const [only] = standing;
  const entry = only === undefined ? undefined : index.get(only);
  if (!isParallel && entry && isPlace(entry)) return entry.id;
  return Object.fromEntries(
    standing.map((id) => {
      const inner = index.get(id);
      return [id, inner && isPlace(inner) ? {} : valueIn(within, id)];
    }),
  );
}

/** Of these leaves inside the container (null: the whole chart), and of nothing that is not said. */
export function configurationOf(
  index: StageIndex,
  leaves: readonly StageId[],
  container: StageId | null = null,
): Configuration {
  const lines = leaves.map((id) => lineage(index, id));
  const outside = lines.find(
    (line) => container !== null && !line.slice(1).some(({ id }) => id === container),
  );
  if (outside) return illegal(`“${outside[0]?.id ?? ''}” does not stand inside “${container}”`);
  const active = new Set(lines.flatMap((line) => line.map(({ id }) => id)));
  const standing = [...index.values()].filter(({ id }) => active.has(id));
  const broken = leaves.find((id) => !isPlaceIn(index, id));
  if (broken !== undefined) return illegal(`a plan cannot stand in “${broken}” itself`);
  const within = { index, active };
  const inside = standing.filter((entry) => !isPlace(entry) && isWithin(index, entry.id, container));
  const fault = [container, ...inside.map(({ id }) => id)]
    .map((id) => faultIn(within, id))
    .find((found) => found !== null);
  if (fault) return illegal(fault);
  return { kind: 'legal', value: valueIn(within, container), active: standing.map(({ id }) => id) };
}

const isPlaceIn = (index: StageIndex, id: StageId): boolean => {
  const entry = index.get(id);
  return entry !== undefined && isPlace(entry);
};

const isWithin = (index: StageIndex, id: StageId, container: StageId | null): boolean =>
  container === null || lineage(index, id).some((line, depth) => depth > 0 && line.id === container);

/** Where a plan stands that enters the stage. */
export function firstLeaves(index: StageIndex, id: StageId): StageId[] {
  const entry = index.get(id);
  if (!entry || isPlace(entry)) return [id];
  const { stage } = entry;
  if ('initial' in stage) return firstLeaves(index, stage.initial);
  return realChildren(index, id).flatMap((region) => firstLeaves(index, region));
}

/** The leaves, and for each region without one the stages that it begins with. Only ever proposed. */
export function completed(index: StageIndex, leaves: readonly StageId[]): StageId[] {
  const active = new Set(leaves.flatMap((id) => lineage(index, id).map((entry) => entry.id)));
  const parallels = [...active].filter((id) => index.get(id)?.stage.type === 'parallel');
  const regions = parallels.flatMap((id) => realChildren(index, id)).filter((id) => !active.has(id));
  return [...leaves, ...regions.flatMap((region) => firstLeaves(index, region))];
}

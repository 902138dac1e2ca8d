// Where a plan is in its chart, to and from plain JSON. The same place always gives the same text,
// and a place that the chart does not have is null, never a guess.
import type { StageId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { ChartState } from '../../model/plan.ts';
import { lineage, type StageIndex } from '../structure/stage-index.ts';
import type { ChartMachine, ChartSnapshot } from './machine.ts';

/** What is needed to read and write a place. */
interface Places {
  index: StageIndex;
  machine: ChartMachine;
}

const inOrder = (index: StageIndex, ids: readonly StageId[]): StageId[] =>
  [...ids].sort((a, b) => (index.get(a)?.order ?? 0) - (index.get(b)?.order ?? 0));

type Value = string | { [stage: string]: Value | undefined };

function orderValue(index: StageIndex, value: Value | undefined): Json {
  if (typeof value !== 'object') return value ?? {};
  return Object.fromEntries(
    inOrder(index, Object.keys(value)).map((id) => [id, orderValue(index, value[id])]),
  );
}

/** The active stages that hold no others, in document order. */
export const activeStages = ({ index }: Places, snapshot: ChartSnapshot): StageId[] =>
  inOrder(
    index,
    snapshot._nodes.filter((node) => node.type === 'atomic' || node.type === 'final').map((node) => node.id),
  );

export function saveChart({ index }: Places, snapshot: ChartSnapshot): ChartState {
  const history = Object.entries(snapshot.historyValue).map(([id, nodes]): [StageId, StageId[]] => [
    id,
    inOrder(
      index,
      nodes.map((node) => node.id),
    ),
  ]);
  const keys = inOrder(
    index,
    history.map(([id]) => id),
  );
  const kept = new Map(history);
  return {
    value: orderValue(index, snapshot.value),
    history: Object.fromEntries(keys.map((id) => [id, kept.get(id) ?? []])),
  };
}

/** Null when the chart has no such place, as with a plan of another cycle. */
export function restoreChart(
  { index, machine }: Places,
  { value, history }: ChartState,
): ChartSnapshot | null {
  if (!isValue(value) || !fitsHistory(index, history)) return null;
  try {
    const snapshot = machine.resolveState({
      value,
      context: {},
      historyValue: Object.fromEntries(
        Object.entries(history).map(([id, stages]) => [
          id,
          stages.map((stage) => machine.getStateNodeById(stage)),
        ]),
      ),
    });
    return isSame(index, snapshot, value) ? snapshot : null;
  } catch {
    // XState throws for a stage that the machine does not have.
    return null;
  }
}

/** XState fills in what is missing with initial stages; a plan is never moved that way. */
const isSame = (index: StageIndex, snapshot: ChartSnapshot, value: Value): boolean =>
  JSON.stringify(orderValue(index, snapshot.value)) === JSON.stringify(orderValue(index, value));

function isValue(json: Json): json is Exclude<Value, undefined> & Json {
  if (typeof json === 'string') return true;
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return false;
  return Object.values(json).every(isValue);
}

function fitsHistory(index: StageIndex, history: Record<StageId, StageId[]>): boolean {
  return Object.entries(history).every(([id, stages]) => {
    const entry = index.get(id);
    if (entry?.stage.type !== 'history') return false;
    const inside = (stage: StageId) =>
      index.has(stage) &&
      (entry.parent === null ||
        lineage(index, stage).some((line, depth) => depth > 0 && line.id === entry.parent));
    return stages.length > 0 && stages.every(inside);
  });
}

// Where a plan is in its chart, to and from plain JSON. The same place always gives the same text,
// and a place that the chart does not have is null, never a guess.
import type { SnapshotFrom } from 'xstate';
import type { StageId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { ChartState } from '../../model/plan.ts';
import { lineage, type StageIndex } from '../structure/stage-index.ts';
import type { Chart } from './compiled-cycle.ts';
import type { ChartMachine } from './machine.ts';
import type { Trail } from './walks.ts';

export type ChartSnapshot = SnapshotFrom<ChartMachine>;

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
export const activeStages = (chart: Chart, snapshot: ChartSnapshot): StageId[] =>
  inOrder(
    chart.index,
    snapshot._nodes.filter((node) => node.type === 'atomic' || node.type === 'final').map((node) => node.id),
  );

export function saveChart(chart: Chart, snapshot: ChartSnapshot): ChartState {
  const history = Object.entries(snapshot.historyValue).map(([id, nodes]): [StageId, StageId[]] => [
    id,
    inOrder(
      chart.index,
      nodes.map((node) => node.id),
    ),
  ]);
  const keys = inOrder(
    chart.index,
    history.map(([id]) => id),
  );
  const kept = new Map(history);
  return {
    value: orderValue(chart.index, snapshot.value),
    history: Object.fromEntries(keys.map((id) => [id, kept.get(id) ?? []])),
  };
}

/** Null when the chart has no such place, as with a plan of another cycle. */
export function restoreChart(
  chart: Chart,
  { value, history }: ChartState,
  trail: Trail | null,
): ChartSnapshot | null {
  if (!isValue(value) || !fitsHistory(chart.index, history)) return null;
  try {
    const snapshot = chart.machine.resolveState({
      value,
      context: { trail },
      historyValue: Object.fromEntries(
        Object.entries(history).map(([id, stages]) => [
          id,
          stages.map((stage) => chart.machine.getStateNodeById(stage)),
        ]),
      ),
    });
    return isSame(chart.index, snapshot, value) ? snapshot : null;
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

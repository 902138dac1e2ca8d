// The cycle as a graph for ELK's layered layout, and its answer as places in our layout. Pure.
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import type { StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import type { FlowView, LabelText, StageView } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { gridStep, initialMarker } from '../view/sizes.ts';

const widestRoom = 104;

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.spacing.nodeNode': '56',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '16',
  'elk.separateConnectedComponents': 'false',
};
/** The straightest lines; but its time grows with the square of the stages: 20 s for 300 of them. */
const straightest = { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' };
const quickest = { 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF' };
const mostStraight = 60;
const placementFor = (count: number): LayoutOptions => (count > mostStraight ? quickest : straightest);

/** Many stages go on in a next row, so that they can be seen as a whole; a few stay in one. */
const inRows = { 'elk.layered.wrapping.strategy': 'MULTI_EDGE', 'elk.aspectRatio': '2.2' };
const mostInOneRow = 5;
const rowsFor = (count: number): LayoutOptions => (count > mostInOneRow ? inRows : {});

const inside = { ...layered, 'elk.padding': '[top=64,left=32,bottom=32,right=32]' };

export function toElkGraph({ stages, transitions }: FlowView): ElkNode {
  const real = stages.filter(({ type }) => type !== 'any');
  const edges = transitions
    .filter(({ at, from, to }) => at.stage !== null && from !== to)
    .map(
      ({ id, from, to, label }): ElkExtendedEdge => ({
        id,
        sources: [from],
        targets: [to],
        labels: [{ id: `label ${id}`, text: label.trigger, ...roomFor(label) }],
      }),
    );
  const apart = new Set(standingApart({ stages, transitions }));
  const laid = real.filter(({ id }) => !apart.has(id));
  const placement = placementFor(laid.length);
  const children = nodesIn(laid, null, placement);
  const layoutOptions = { ...layered, ...placement, ...rowsFor(children.length) };
  return { id: 'cycle', layoutOptions, children, edges };
}

/** Long labels are cut where there is little room, so that a long cycle does not become endless. */
function roomFor(label: LabelText): { width: number; height: number } {
  const { width, height } = labelSize(label);
  return { width: Math.min(width, widestRoom), height };
}

/** Stages at the top that no transition of another stage joins: they come below the rest. */
export function standingApart({ stages, transitions }: FlowView): StageId[] {
  const joined = new Set(
    transitions
      .filter(({ at, from, to }) => at.stage !== null && from !== to)
      .flatMap(({ from, to }) => [from, to]),
  );
  return stages
    .filter(
      ({ id, type, parent, initial }) => parent === null && !initial && !joined.has(id) && type !== 'any',
    )
    .filter(({ type }) => type === 'atomic' || type === 'final')
    .map(({ id }) => id);
}

/** The layout of the graph, and below it in a row what stands apart. */
export function completeLayout(graph: ElkNode, apart: readonly StageId[]): Record<StageId, Point> {
  const lowest = Math.max(0, ...(graph.children ?? []).map(({ y = 0, height = 0 }) => y + height));
  const row = apart.map(
    (id, index) => [id, { x: snapped(280 + index * 520), y: snapped(lowest + 72) }] as const,
  );
  return { ...toLayout(graph), ...Object.fromEntries(row) };
}

function nodesIn(stages: readonly StageView[], parent: StageId | null, placement: LayoutOptions): ElkNode[] {
  return stages
    .filter((stage) => stage.parent === parent)
    .toSorted((a, b) => Number(b.initial) - Number(a.initial))
    .map((stage): ElkNode => {
      const children = nodesIn(stages, stage.id, placement);
      if (children.length > 0)
        return {
          id: stage.id,
          layoutOptions: { ...inside, ...placement, ...rowsFor(children.length) },
          children,
        };
      const { width, height } = stage.box;
      const margin = stage.initial ? `[top=0,left=${initialMarker.width},bottom=0,right=0]` : undefined;
      const size = { id: stage.id, width, height };
      return margin ? { ...size, layoutOptions: { 'elk.margins': margin } } : size;
    });
}

const snapped = (value: number | undefined): number => Math.round((value ?? 0) / gridStep) * gridStep;

/** ELK's places are relative to the container, as ours are. */
export function toLayout(graph: ElkNode): Record<StageId, Point> {
  return Object.fromEntries(
    (graph.children ?? []).flatMap((node) => [
      [node.id, { x: snapped(node.x), y: snapped(node.y) }],
      ...Object.entries(toLayout(node)),
    ]),
  );
}

// The cycle as a graph for ELK's layered layout, and its answer as places in our layout. Pure.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import type { FlowView, StageView } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { gridStep, initialMarker } from '../view/sizes.ts';

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.spacing.nodeNode': '56',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '16',
  'elk.separateConnectedComponents': 'false',
};
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
        labels: [{ id: `label ${id}`, text: label.trigger, ...labelSize(label) }],
      }),
    );
  return { id: 'cycle', layoutOptions: layered, children: nodesIn(real, null), edges };
}

function nodesIn(stages: readonly StageView[], parent: StageId | null): ElkNode[] {
  return stages
    .filter((stage) => stage.parent === parent)
    .toSorted((a, b) => Number(b.initial) - Number(a.initial))
    .map((stage) => {
      const children = nodesIn(stages, stage.id);
      if (children.length > 0) return { id: stage.id, layoutOptions: inside, children };
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

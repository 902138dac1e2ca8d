// Dragging: positions are kept aside while a stage is on its way, and become one command when it lands.
import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { Command, Point } from '../../document/command.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { directPath } from '../route/direct-path.ts';
import { lineOf } from '../route/field.ts';
import { containerAt } from '../view/container-at.ts';
import type { Box, StageView } from '../view/flow-view.ts';
import type { TransitionEdgeType } from './to-edges.ts';
import type { StageNodeType } from './to-nodes.ts';

export type Places = Readonly<Record<StageId, Point>>;

export function useDrag(stages: readonly StageView[], acts: CanvasActs) {
  const [places, setPlaces] = useState<Places>({});
  const onMoves = useCallback((changes: readonly NodeChange<StageNodeType>[]) => {
    const moved = changes.flatMap((change) =>
      change.type === 'position' && change.dragging && change.position
        ? [[change.id, change.position] as const]
        : [],
    );
    if (moved.length > 0) setPlaces((before) => ({ ...before, ...Object.fromEntries(moved) }));
  }, []);
  const onNodeDragStop: OnNodeDrag<StageNodeType> = useCallback(
    (_event, _node, nodes) => {
      const burst = `drag ${nodes.map(({ id, position }) => `${id} ${position.x},${position.y}`).join(' ')}`;
      for (const command of landings(stages, nodes)) acts.run(command, burst);
      setPlaces({});
    },
    [stages, acts],
  );
  return { places, onMoves, onNodeDragStop };
}

/** A stage whose middle lies in another container than its own goes into that one, where it lies. */
function landings(stages: readonly StageView[], nodes: readonly StageNodeType[]): Command[] {
  const byId = new Map(stages.map((view) => [view.id, view]));
  return nodes.flatMap((node): Command[] => {
    const view = byId.get(node.id);
    if (!view || (node.position.x === view.place.x && node.position.y === view.place.y)) return [];
    const outer = view.parent === null ? { x: 0, y: 0 } : (byId.get(view.parent)?.box ?? { x: 0, y: 0 });
    const at = { x: outer.x + node.position.x, y: outer.y + node.position.y };
    const middle = { x: at.x + view.box.width / 2, y: at.y + view.box.height / 2 };
    const inside = containerAt(stages, middle, view.id);
    if (inside === view.parent) return [{ type: 'move-stage', stage: view.id, to: node.position }];
    const inner = inside === null ? { x: 0, y: 0 } : (byId.get(inside)?.box ?? { x: 0, y: 0 });
    return [{ type: 'move-into', stage: view.id, inside, to: { x: at.x - inner.x, y: at.y - inner.y } }];
  });
}

/** Paths of what is being dragged follow plainly; they are routed anew when it lands. */
export function followDrag(
  edges: readonly TransitionEdgeType[],
  stages: readonly StageView[],
  places: Places,
): TransitionEdgeType[] {
  if (Object.keys(places).length === 0) return [...edges];
  const byId = new Map(stages.map((view) => [view.id, view]));
  const shiftOf = (id: StageId): Point =>
    lineOf(byId, id).reduce(
      (sum, view) => {
        const to = places[view.id];
        return to ? { x: sum.x + to.x - view.place.x, y: sum.y + to.y - view.place.y } : sum;
      },
      { x: 0, y: 0 },
    );
  return edges.map((edge) => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    const [a, b] = [shiftOf(edge.source), shiftOf(edge.target)];
    const still = a.x === 0 && a.y === 0 && b.x === 0 && b.y === 0;
    if (still || !from || !to || !edge.data) return edge;
    const together = a.x === b.x && a.y === b.y;
    const points = together
      ? edge.data.points.map(({ x, y }) => ({ x: x + a.x, y: y + a.y }))
      : directPath(shifted(from.box, a), shifted(to.box, b));
    return {
      ...edge,
      data: { ...edge.data, points, label: labelAt(points, edge.data.label, together ? a : null) },
    };
  });
}

const shifted = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

function labelAt(points: readonly Point[], label: Box, by: Point | null): Box {
  if (by) return shifted(label, by);
  const middle = points.length >> 1;
  const [a, b] = [points[middle - 1] ?? { x: 0, y: 0 }, points[middle] ?? { x: 0, y: 0 }];
  return { ...label, x: (a.x + b.x - label.width) / 2, y: (a.y + b.y - label.height) / 2 };
}

// Dragging: positions are kept aside while stages are on their way, and become one command when they land.
import { type OnNodeDrag, useReactFlow } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { Point, StageMove } from '../../document/command.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { snap } from '../arrange/snap.ts';
import { directPath } from '../route/direct-path.ts';
import { lineOf } from '../route/field.ts';
import { containerAt } from '../view/container-at.ts';
import type { Box, Line, StageView } from '../view/flow-view.ts';
import type { TransitionEdgeType } from './to-edges.ts';
import type { StageNodeType } from './to-nodes.ts';

export type Places = Readonly<Record<StageId, Point>>;

interface Drag {
  places: Places;
  guides: readonly Line[];
}

const still: Drag = { places: {}, guides: [] };
/** On the screen. */
const snapReach = 5;

export function useDrag(stages: readonly StageView[], acts: CanvasActs) {
  const { getZoom } = useReactFlow();
  const [drag, setDrag] = useState(still);
  const latest = useRef(still);
  const onNodeDrag: OnNodeDrag<StageNodeType> = useCallback(
    (event, _node, nodes) => {
      const how = { reach: snapReach / getZoom(), free: event.altKey };
      latest.current = dragOf(stages, nodes, how);
      setDrag(latest.current);
    },
    [stages, getZoom],
  );
  const onNodeDragStop = useCallback(() => {
    const moves = landings(stages, latest.current.places);
    if (moves.length > 0) acts.run({ type: 'move-stages', moves });
    latest.current = still;
    setDrag(still);
  }, [stages, acts]);
  return { ...drag, onNodeDrag, onNodeDragStop };
}

type Nodes = readonly Pick<StageNodeType, 'id' | 'position'>[];

const byIdOf = (stages: readonly StageView[]) => new Map(stages.map((view) => [view.id, view]));

function dragOf(stages: readonly StageView[], nodes: Nodes, how: { reach: number; free: boolean }): Drag {
  const byId = byIdOf(stages);
  const dragged = nodes.flatMap(({ id, position }) => {
    const view = byId.get(id);
    if (!view) return [];
    const [dx, dy] = [position.x - view.place.x, position.y - view.place.y];
    return [{ id, box: { ...view.box, x: view.box.x + dx, y: view.box.y + dy } }];
  });
  const { shift, guides } = snap(stages, dragged, how);
  const places = nodes.map(
    ({ id, position }) => [id, { x: position.x + shift.x, y: position.y + shift.y }] as const,
  );
  return { places: Object.fromEntries(places), guides };
}

/** A stage whose middle lies in another container than its own goes into that one, where it lies. */
function landings(stages: readonly StageView[], places: Places): StageMove[] {
  const byId = byIdOf(stages);
  const moved = Object.keys(places);
  return Object.entries(places).flatMap(([id, to]) => {
    const view = byId.get(id);
    if (!view || (to.x === view.place.x && to.y === view.place.y)) return [];
    const at = { x: view.box.x + to.x - view.place.x, y: view.box.y + to.y - view.place.y };
    const middle = { x: at.x + view.box.width / 2, y: at.y + view.box.height / 2 };
    return [{ stage: id, inside: containerAt(stages, middle, moved), at }];
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

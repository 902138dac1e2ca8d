// Dragging: positions are kept aside while stages are on their way, and become one command when they land.
import { type OnNodeDrag, useReactFlow } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { Point, StageMove } from '../../document/command.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { snap } from '../arrange/snap.ts';
import { lineOf } from '../route/field.ts';
import type { Shifted } from '../route/follow.ts';
import { containerAt } from '../view/container-at.ts';
import type { Line, StageView } from '../view/flow-view.ts';
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

/** Where each stage was and is, while some are dragged; what is inside a dragged container goes with it. */
export function draggedBoxes(stages: readonly StageView[], places: Places): ReadonlyMap<StageId, Shifted> {
  if (Object.keys(places).length === 0) return new Map();
  const byId = byIdOf(stages);
  return new Map(
    stages.map(({ id, box }) => {
      const step = stepOf(byId, id, places);
      return [id, { was: box, is: { ...box, x: box.x + step.x, y: box.y + step.y } }];
    }),
  );
}

const stepOf = (byId: ReadonlyMap<StageId, StageView>, id: StageId, places: Places): Point =>
  lineOf(byId, id).reduce(
    (sum, { id: each, place }) => {
      const to = places[each];
      return to ? { x: sum.x + to.x - place.x, y: sum.y + to.y - place.y } : sum;
    },
    { x: 0, y: 0 },
  );

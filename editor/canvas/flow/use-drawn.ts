// The nodes and transitions of a cycle as they are just now: selected, dragged, marked. What did not change stays the
// same object.
import { useMemo, useState } from 'react';
import type { Problem } from '../../../engine/index.ts';
import { nothing } from '../../panels/editing.ts';
import { follow } from '../route/follow.ts';
import type { Routes } from '../route/route-transitions.ts';
import type { FlowView, StageView } from '../view/flow-view.ts';
import { makeKeep } from '../view/keep-same.ts';
import type { CanvasProps } from './canvas-props.ts';
import { type DrawnTransition, toDrawnParts } from './to-drawn.ts';
import { type StageNodeType, toNodeParts } from './to-nodes.ts';
import { draggedBoxes, type Places } from './use-drag.ts';

const noProblems: readonly Problem[] = [];

export function useNodes(
  props: CanvasProps,
  stages: readonly StageView[],
  places: Places,
): readonly StageNodeType[] {
  const {
    problems = noProblems,
    renaming = null,
    readOnly = false,
    overlay,
    counts,
    marks,
    changes,
    selection = nothing,
  } = props;
  const [keep] = useState(() => makeKeep<StageNodeType>());
  const nodes = useMemo(
    () => keep(toNodeParts(stages, { problems, renaming, readOnly, overlay, counts, marks, changes })),
    [keep, stages, problems, renaming, readOnly, overlay, counts, marks, changes],
  );
  return useMemo(() => {
    const chosen = new Set(selection.kind === 'stages' ? selection.ids : []);
    return nodes.map((node) => {
      const position = places[node.id];
      if (!position && !chosen.has(node.id)) return node;
      return {
        ...node,
        position: position ?? node.position,
        selected: chosen.has(node.id),
        dragging: Boolean(position),
      };
    });
  }, [nodes, selection, places]);
}

export function useDrawn(
  view: FlowView,
  routes: Routes,
  { overlay, marks, changes }: CanvasProps,
  places: Places,
): readonly DrawnTransition[] {
  const { stages } = view;
  const [keep] = useState(() => makeKeep<DrawnTransition>());
  const drawn = useMemo(
    () => keep(toDrawnParts(view, routes, { overlay, marks, changes })),
    [keep, view, routes, overlay, marks, changes],
  );
  return useMemo(() => {
    const boxes = draggedBoxes(stages, places);
    if (boxes.size === 0) return drawn;
    return drawn.map((each) => {
      const [from, to] = [boxes.get(each.from), boxes.get(each.to)];
      return from && to ? follow(each, from, to) : each;
    });
  }, [drawn, stages, places]);
}

// The nodes and transitions of a cycle as they are just now: selected, dragged, marked. What did not change stays the
// same object.
import { useMemo, useRef } from 'react';
import type { Problem } from '../../../engine/index.ts';
import { nothing } from '../../panels/editing.ts';
import { follow } from '../route/follow.ts';
import type { Routes } from '../route/route-transitions.ts';
import type { FlowView, StageView } from '../view/flow-view.ts';
import type { CanvasProps } from './canvas-props.ts';
import { keepSame } from './keep-same.ts';
import { type DrawnTransition, toDrawn } from './to-drawn.ts';
import { type StageNodeType, toNodes } from './to-nodes.ts';
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
  const before = useRef<readonly StageNodeType[]>([]);
  const nodes = useMemo(() => {
    const extras = { problems, renaming, readOnly, overlay, counts, marks, changes };
    before.current = keepSame(toNodes(stages, extras), before.current);
    return before.current;
  }, [stages, problems, renaming, readOnly, overlay, counts, marks, changes]);
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
  { stages, transitions }: FlowView,
  routes: Routes,
  { overlay, marks, changes }: CanvasProps,
  places: Places,
): readonly DrawnTransition[] {
  const before = useRef<readonly DrawnTransition[]>([]);
  const drawn = useMemo(() => {
    const extras = { overlay, marks, changes };
    before.current = keepSame(toDrawn(stages, transitions, routes, extras), before.current);
    return before.current;
  }, [stages, transitions, routes, overlay, marks, changes]);
  return useMemo(() => {
    const boxes = draggedBoxes(stages, places);
    if (boxes.size === 0) return drawn;
    return drawn.map((each) => {
      const [from, to] = [boxes.get(each.from), boxes.get(each.to)];
      return from && to ? follow(each, from, to) : each;
    });
  }, [drawn, stages, places]);
}

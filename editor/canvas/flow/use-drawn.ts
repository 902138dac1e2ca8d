// The nodes and edges of a cycle as they are just now: selected, dragged, marked. What did not change stays the same object.
import { useMemo, useRef } from 'react';
import type { Problem, StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import { nothing, type Selection } from '../../panels/editing.ts';
import type { CanvasProps } from './canvas-props.ts';
import { keepSame } from './keep-same.ts';
import { isSelectedEdge, type TransitionEdgeType, toEdges } from './to-edges.ts';
import { type StageNodeType, toNodes } from './to-nodes.ts';
import { followDrag } from './use-drag.ts';
import type { useFlowView } from './use-flow-view.ts';

const noProblems: readonly Problem[] = [];

export function useNodes(
  props: CanvasProps,
  stages: ReturnType<typeof useFlowView>['stages'],
  places: Record<StageId, Point>,
) {
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
  const before = useRef<ReadonlyMap<string, StageNodeType>>(new Map());
  const nodes = useMemo(() => {
    const extras = { problems, renaming, readOnly, overlay, counts, marks, changes };
    const next = keepSame(toNodes(stages, extras), before.current);
    before.current = new Map(next.map((node) => [node.id, node]));
    return next;
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

export function useEdges(
  view: ReturnType<typeof useFlowView>,
  { overlay, marks, changes }: CanvasProps,
  selection: Selection,
  places: Record<StageId, Point>,
) {
  const before = useRef<ReadonlyMap<string, TransitionEdgeType>>(new Map());
  const edges = useMemo(() => {
    const extras = { overlay, marks, changes };
    const next = keepSame(toEdges(view.stages, view.transitions, view.routes, extras), before.current);
    before.current = new Map(next.map((edge) => [edge.id, edge]));
    return next;
  }, [view, overlay, marks, changes]);
  return useMemo(() => {
    const at = selection.kind === 'transition' ? selection.at : null;
    return followDrag(edges, view.stages, places).map((edge) =>
      isSelectedEdge(edge, at) ? { ...edge, selected: true, zIndex: 60 } : edge,
    );
  }, [edges, selection, places, view]);
}

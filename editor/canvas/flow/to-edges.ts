// Routed transitions as edges of React Flow. The path and the label's box come from our own routing.
import type { Edge } from '@xyflow/react';
import type { Point, TransitionRef } from '../../document/command.ts';
import { isSameRef } from '../../document/transitions.ts';
import type { RoutedTransition } from '../route/route-transitions.ts';
import type { Box, LabelText, StageView, TransitionView } from '../view/flow-view.ts';
import { type CanvasMarks, markOf, type TransitionMark } from './marks.ts';
import { type ChangeLook, type ChangeMarks, type PlanOverlay, walkedPairs } from './overlay.ts';

export type TransitionData = {
  at: TransitionRef;
  points: readonly Point[];
  label: Box;
  text: LabelText;
  title: string;
  /** For those who hear the canvas: from where to where. */
  spoken: string;
  acts: boolean;
  walked: boolean;
  /** It belongs to the step that is shown. */
  lit: boolean;
  look: ChangeLook | null;
  mark: TransitionMark | null;
};
export type TransitionEdgeType = Edge<TransitionData, 'transition'>;

interface TransitionExtras {
  overlay?: PlanOverlay | undefined;
  marks?: CanvasMarks | undefined;
  changes?: ChangeMarks | undefined;
}

export function toEdges(
  stages: readonly StageView[],
  transitions: readonly TransitionView[],
  routes: readonly RoutedTransition[],
  { overlay, marks, changes }: TransitionExtras = {},
): TransitionEdgeType[] {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  const walked = walkedBy(overlay);
  const lit = new Set(overlay?.lit);
  const byId = new Map(routes.map((route) => [route.id, route]));
  return transitions.flatMap((view) => {
    const route = byId.get(view.id);
    if (!route) return [];
    return [
      {
        id: view.id,
        type: 'transition' as const,
        source: view.from,
        target: view.to,
        sourceHandle: 'out',
        targetHandle: 'in',
        zIndex: 50,
        focusable: false,
        ariaLabel: view.title,
        data: {
          at: view.at,
          points: route.points,
          label: route.label,
          text: view.label,
          title: view.title,
          spoken: `Transition from ${names.get(view.from) ?? view.from} to ${names.get(view.to) ?? view.to}`,
          acts: view.acts,
          look: changes?.transitions[pointerOf(view)] ?? null,
          walked: walked(view),
          lit: lit.has(pointerOf(view)),
          mark: markOf(marks, view.id),
        },
      },
    ];
  });
}

/** Lines of one transition that leads to several stages are told apart by what comes after its pointer. */
const pointerOf = ({ id }: TransitionView): string => id.replace(/\/also\/\d+$/, '');

function walkedBy(overlay: PlanOverlay | undefined): (view: TransitionView) => boolean {
  if (overlay?.transitions) {
    const taken = new Set(overlay.transitions);
    return (view) => taken.has(pointerOf(view));
  }
  const pairs = walkedPairs(overlay);
  return ({ from, to }) => pairs.has(`${from}>${to}`);
}

export const isSelectedEdge = (edge: TransitionEdgeType, at: TransitionRef | null): boolean =>
  at !== null && edge.data !== undefined && isSameRef(edge.data.at, at);

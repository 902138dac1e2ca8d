// Routed transitions as they are drawn: where, in what words, in what look.
import type { StageId } from '../../../engine/index.ts';
import type { TransitionRef } from '../../document/command.ts';
import { isSameRef } from '../../document/transitions.ts';
import { t } from '../../language/index.ts';
import type { Route, Routes } from '../route/route-transitions.ts';
import type { FlowView, LabelText, TransitionView } from '../view/flow-view.ts';
import type { Part } from '../view/keep-same.ts';
import { type CanvasMarks, markOf, type TransitionMark } from './marks.ts';
import { type ChangeLook, type ChangeMarks, type PlanOverlay, walkedPairs } from './overlay.ts';

export interface DrawnTransition extends Route {
  /** The JSON Pointer of the transition. */
  id: string;
  at: TransitionRef;
  from: StageId;
  to: StageId;
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
}

interface Extras {
  overlay?: PlanOverlay | undefined;
  marks?: CanvasMarks | undefined;
  changes?: ChangeMarks | undefined;
}

/** Those that have a route. */
export function toDrawnParts(
  { stages, transitions }: FlowView,
  routes: Routes,
  { overlay, marks, changes }: Extras,
): Part<DrawnTransition>[] {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  const walked = walkedBy(overlay);
  const lit = new Set(overlay?.lit);
  return transitions.flatMap((view) => {
    const route = routes.get(view.id);
    if (!route) return [];
    const [from, to] = [view.from, view.to].map((id) => names.get(id) ?? id);
    const paint = {
      walked: walked(view),
      lit: lit.has(pointerOf(view)),
      look: changes?.transitions[pointerOf(view)] ?? null,
      mark: markOf(marks, view.id),
    };
    return [
      {
        id: view.id,
        of: [view, route, from, to, ...Object.values(paint)],
        make: () => ({
          ...route,
          id: view.id,
          at: view.at,
          from: view.from,
          to: view.to,
          text: view.label,
          title: view.title,
          spoken: t('Transition from {from} to {to}', { from, to }),
          acts: view.acts,
          ...paint,
        }),
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

export const isSelected = ({ at }: DrawnTransition, selected: TransitionRef | null): boolean =>
  selected !== null && isSameRef(at, selected);

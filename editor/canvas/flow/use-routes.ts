// The routes of a view, found anew only when what they depend on has changed.
import { useMemo, useRef, useState } from 'react';
import { makeRouteMemory } from '../route/route-memory.ts';
import { type Routes, routeTransitions } from '../route/route-transitions.ts';
import type { FlowView, StageShape, TransitionShape } from '../view/flow-view.ts';
import { keepSame } from './keep-same.ts';

interface Shapes {
  stages: readonly StageShape[];
  transitions: readonly TransitionShape[];
}

const shapeOf = ({ id, type, parent, box, initial, collapsed }: StageShape): StageShape => ({
  id,
  type,
  parent,
  box,
  initial,
  collapsed,
});
const lineOf = ({ id, from, to, label }: TransitionShape): TransitionShape => ({ id, from, to, label });

/** What paths depend on: a keystroke in a panel must not route again. */
function useShapes({ stages, transitions }: FlowView): Shapes {
  const before = useRef<Shapes>({ stages: [], transitions: [] });
  return useMemo(() => {
    const next = {
      stages: keepSame(stages.map(shapeOf), before.current.stages),
      transitions: keepSame(transitions.map(lineOf), before.current.transitions),
    };
    const isSame = next.stages === before.current.stages && next.transitions === before.current.transitions;
    before.current = isSame ? before.current : next;
    return before.current;
  }, [stages, transitions]);
}

export function useRoutes(view: FlowView): Routes {
  const shapes = useShapes(view);
  const [memory] = useState(makeRouteMemory);
  return useMemo(() => {
    const routed = routeTransitions(shapes.stages, shapes.transitions, memory);
    return new Map(routed.map(({ id, ...route }) => [id, route]));
  }, [shapes, memory]);
}

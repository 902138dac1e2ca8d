// The view of the document and its routes, recomputed only when what they depend on has changed.
import { useMemo, useRef, useState } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import { placeLabels } from '../route/place-labels.ts';
import { makeRouteMemory } from '../route/route-memory.ts';
import { type RoutedTransition, routePaths } from '../route/route-transitions.ts';
import type { FlowView } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { toFlow } from '../view/to-flow.ts';

export interface RoutedView extends FlowView {
  routes: RoutedTransition[];
}

export function useFlowView(cycle: Cycle): RoutedView {
  const view = useMemo(() => toFlow(cycle), [cycle]);
  const ways = shapeOf(view);
  const [memory] = useState(makeRouteMemory);
  const paths = useRemembered(ways, () => routePaths(view.stages, view.transitions, memory));
  const sizes = JSON.stringify(view.transitions.map(({ label }) => labelSize(label)));
  const labels = useRemembered(ways + sizes, () => placeLabels(view.stages, view.transitions, paths));
  return useMemo(() => {
    const routes = view.transitions.map(({ id }) => ({
      id,
      points: paths.get(id) ?? [],
      label: labels.get(id) ?? { x: 0, y: 0, width: 0, height: 0 },
    }));
    return { ...view, routes };
  }, [view, paths, labels]);
}

/** What paths depend on, as text: a keystroke in a panel must not route again. */
const shapeOf = ({ stages, transitions }: FlowView): string =>
  JSON.stringify([
    stages.map(({ id, box, initial, collapsed, type }) => [id, box, initial, collapsed, type]),
    transitions.map(({ id, from, to }) => [id, from, to]),
  ]);

function useRemembered<Value>(key: string, make: () => Value): Value {
  const memory = useRef<{ key: string; value: Value } | null>(null);
  if (memory.current?.key !== key) memory.current = { key, value: make() };
  return memory.current.value;
}

// The routes of a view, found anew only when what they depend on has changed.
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { type Asker, askLatest } from '../../workers/ask-latest.ts';
import { followAll, type Routed } from '../route/follow.ts';
import { makeRouteMemory, type RouteMemory } from '../route/route-memory.ts';
import {
  type RoutedTransition,
  type Routes,
  type RouteWork,
  routeTransitions,
} from '../route/route-transitions.ts';
import type { FlowView, StageShape, TransitionShape } from '../view/flow-view.ts';
import { makeKeep } from '../view/keep-same.ts';

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
function useWork({ stages, transitions }: FlowView): RouteWork {
  const [keep] = useState(() => ({
    stages: makeKeep<StageShape>(),
    transitions: makeKeep<TransitionShape>(),
  }));
  const [shapes, lines] = useMemo(
    () => [
      keep.stages(stages.map((view) => ({ id: view.id, of: [view], make: () => shapeOf(view) }))),
      keep.transitions(transitions.map((view) => ({ id: view.id, of: [view], make: () => lineOf(view) }))),
    ],
    [keep, stages, transitions],
  );
  return useMemo(() => ({ stages: shapes, transitions: lines }), [shapes, lines]);
}

/** So many are routed within a frame: they need no worker, and nothing in the meantime. */
const atOnce = 60;

/** Those of a large cycle come from a worker. Until they are there, the last ones follow the stages. */
export function useRoutes(view: FlowView): Routes {
  const work = useWork(view);
  const isLarge = work.transitions.length > atOnce;
  const [memory] = useState(makeRouteMemory);
  const latest = useRef<Routed | null>(null);
  const [answers, countAnswer] = useReducer((count: number) => count + 1, 0);
  const asker = useRef<Asker<RouteWork> | null>(null);
  useEffect(() => {
    if (!isLarge) return;
    asker.current ??= askWorker((routed) => {
      latest.current = routed;
      countAnswer();
    });
    asker.current.ask(work);
  }, [isLarge, work]);
  useEffect(
    () => () => {
      asker.current?.end();
      asker.current = null;
    },
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer changes what `latest` holds.
  return useMemo(() => {
    if (!isLarge && latest.current?.work !== work) latest.current = routeHere(work, memory);
    if (latest.current === null) return new Map();
    return latest.current.work === work ? latest.current.routes : followAll(latest.current, work);
  }, [isLarge, work, memory, answers]);
}

const toRouted = (work: RouteWork, routed: readonly RoutedTransition[]): Routed => ({
  work,
  routes: new Map(routed.map(({ id, ...route }) => [id, route])),
});

const routeHere = (work: RouteWork, memory?: RouteMemory): Routed =>
  toRouted(work, routeTransitions(work.stages, work.transitions, memory));

function askWorker(tell: (routed: Routed) => void): Asker<RouteWork> {
  const worker = new Worker(new URL('../route/route-worker.ts', import.meta.url), { type: 'module' });
  return askLatest<RouteWork, RoutedTransition[]>(worker, {
    onAnswer: (routed, work) => tell(toRouted(work, routed)),
    onBroken: (_why, work) => tell(routeHere(work)),
  });
}

// CYC-04: a loop that runs by itself, without any guard or event, never ends.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { leavesReader, type Ways } from './exits.ts';
import { loopsIn, makeGraph } from './graph.ts';
import type { Exit, Reach } from './reachable.ts';

/** Nobody and nothing has to happen for it. A parallel stage is done only once its other regions are. */
const runsByItself = (view: ChartView, { trigger, owner }: Exit): boolean =>
  trigger.kind === 'always' ||
  (trigger.kind === 'done' && view.index.get(owner ?? '')?.stage.type !== 'parallel');

/** What is taken at once, whatever is known: the first that runs by itself, when it has no guard. */
function immediate(view: ChartView, ways: Ways, leaf: StageId): Exit[] {
  const line = new Set(lineage(view.index, leaf).map(({ id }) => id));
  const own = (ways.exits.get(leaf) ?? []).filter(({ owner }) => owner !== null && line.has(owner));
  const first = own.find((exit) => runsByItself(view, exit));
  return first && first.transition.guard === undefined ? [first] : [];
}

function checkRound(view: ChartView, ways: Ways): Problem[] {
  const entered = leavesReader(view);
  const graph = makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => immediate(view, ways, id).flatMap(entered),
  );
  return loopsIn(graph).flatMap((loop) => {
    const exit = loop.flatMap((id) => immediate(view, ways, id))[0];
    if (exit === undefined) return [];
    const names = loop.map((id) => nameOf(view, id)).join(', ');
    const message = `Nothing stops the loop over ${names}: it waits for nothing. Add a guard, or wait for an event.`;
    return [makeProblem('CYC-04', 'error', { place: exit.place, stage: exit.owner }, message)];
  });
}

const checkRepeats = (reach: Reach): Problem[] =>
  [...reach.exits.values()]
    .flat()
    .filter(({ trigger, transition }) => trigger.kind === 'always' && !transition.guard && !transition.to)
    .map(({ place, owner }) => {
      const message =
        '"always" without a guard and without a target repeats without end. Use "entry" instead.';
      return makeProblem('CYC-04', 'error', { place, stage: owner }, message);
    });

export const checkRunaways = (view: ChartView, ways: Ways, reach: Reach): Problem[] => [
  ...checkRound(view, ways),
  ...checkRepeats(reach),
];

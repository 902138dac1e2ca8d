// CYC-04: a loop over timers without any delay never ends: each falls due as soon as its stage is entered.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { readSpan } from '../time/span.ts';
import { type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { leavesReader, type Ways } from './exits.ts';
import { loopsIn, makeGraph } from './graph.ts';
import type { Exit } from './reachable.ts';

/** Due when it is armed, or before: PT0S, P0D, -P2D, 0bd. */
function isAtOnce(delay: string): boolean {
  const span = readSpan(delay);
  if (span === null) return false;
  return span.kind === 'workingDays'
    ? span.count <= 0
    : span.text.startsWith('-') || !/[1-9]/.test(span.text);
}

const isZeroTimer = ({ trigger }: Exit): boolean => trigger.kind === 'timer' && isAtOnce(trigger.delay);
const isPassedAtOnce = ({ trigger }: Exit): boolean => trigger.kind === 'always' || trigger.kind === 'done';
const timerIdOf = ({ trigger }: Exit): string => (trigger.kind === 'timer' ? trigger.timerId : '');
const byTimerId = (a: Exit, b: Exit): number => (timerIdOf(a) < timerIdOf(b) ? -1 : 1);

/** The way that is taken without anybody doing anything, when no guard can keep the plan from it. */
function soonest(view: ChartView, ways: Ways, leaf: StageId): Exit[] {
  const line = new Set(lineage(view.index, leaf).map(({ id }) => id));
  const own = (ways.exits.get(leaf) ?? []).filter(({ owner }) => owner !== null && line.has(owner));
  // Timers that are due at the same instant fire in the order of their names.
  const first = own.find(isPassedAtOnce) ?? own.filter(isZeroTimer).sort(byTimerId)[0];
  return first && first.transition.guard === undefined ? [first] : [];
}

export function checkZeroTimers(view: ChartView, ways: Ways): Problem[] {
  const entered = leavesReader(view);
  const graph = makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => soonest(view, ways, id).flatMap(entered),
  );
  return loopsIn(graph).flatMap((loop) => {
    const timer = loop.flatMap((id) => soonest(view, ways, id)).find(isZeroTimer);
    // Loops without any timer are those of loops/check-loops.ts.
    if (timer === undefined) return [];
    const names = loop.map((id) => nameOf(view, id)).join(', ');
    const message = `The timer comes due at once, so the loop over ${names} never rests. Give it a delay, or a guard.`;
    return [makeProblem('CYC-04', 'error', { place: timer.place, stage: timer.owner }, message)];
  });
}

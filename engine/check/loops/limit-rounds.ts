// The fix for a loop without a bound: its last step counts the rounds and is taken four times, then the plan ends.

import { incrementOf } from '../../expression/guards/read-guard.ts';
import type { Fix } from '../../model/problem.ts';
import { branchesOf, type ChartView } from '../chart-view.ts';
import { add, append, replace } from '../fixes/edits.ts';
import { actionsAt } from '../places.ts';
import type { Exit } from '../reachable.ts';
import type { LoopStep } from './loop-steps.ts';

const limit = 'round < 4';

/** Where plans end that did not reach their goals. */
function endingOf(view: ChartView): string | null {
  const ends = view.stages.filter(({ parent, stage }) => parent === null && stage.type === 'final');
  const stopped = ends.find(({ stage }) => stage.type === 'final' && stage.outcome === 'stopped');
  return (stopped ?? ends[0])?.id ?? null;
}

function countsUp(view: ChartView, value: string): boolean {
  const expression = view.expressionOf(value);
  return expression !== null && (incrementOf(expression, 'round') ?? 0) > 0;
}

const canCount = (view: ChartView): boolean =>
  actionsAt(view).every(
    ({ action }) => action.do !== 'set' || action.variable !== 'round' || countsUp(view, action.value),
  );

/** A timer whose guard does not hold is spent, so that it needs another mending. */
const canBeLimited = ({ trigger, owner }: Exit): boolean => trigger.kind !== 'timer' && owner !== null;

function hasElse(view: ChartView, { owner, place }: Exit): boolean {
  const branches = branchesOf(view.transitions.get(owner ?? '') ?? []).find((all) =>
    all.some((one) => one.place === place),
  );
  const at = branches?.findIndex((one) => one.place === place) ?? -1;
  return (branches ?? []).slice(at + 1).some(({ transition }) => transition.guard === undefined);
}

export function limitRounds(view: ChartView, loop: readonly LoopStep[]): Fix | null {
  const exit = loop.flatMap(({ taken }) => taken).findLast(canBeLimited);
  const end = endingOf(view);
  if (!exit || end === null || !canCount(view)) return null;
  const path = `/${exit.place}`;
  const { guard, do: actions } = exit.transition;
  const count = { do: 'set', variable: 'round', value: 'round + 1' };
  const counts = (actions ?? []).some((action) => action.do === 'set' && action.variable === 'round');
  const slash = path.lastIndexOf('/');
  const next = `${path.slice(0, slash)}/${Number(path.slice(slash + 1)) + 1}`;
  return {
    title: 'Go round at most four times, then end the plan',
    commands: [
      guard === undefined ? add(`${path}/guard`, limit) : replace(`${path}/guard`, `(${guard}) and ${limit}`),
      ...(counts ? [] : [append(actions, `${path}/do`, count)]),
      ...(hasElse(view, exit) ? [] : [add(next, { to: end })]),
    ],
  };
}

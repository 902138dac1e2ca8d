// The fix for a loop without a bound: its last step counts and is taken three more times, then the plan ends.

import type { DocumentCommand, Fix } from '../../model/problem.ts';
import { branchesOf, type ChartView } from '../chart-view.ts';
import { add, append, replace } from '../fixes/edits.ts';
import { actionsAt, transitionsAt } from '../places.ts';
import type { Exit } from '../reachable.ts';
import type { LoopStep } from './loop-steps.ts';

/** Where plans end that did not reach their goals. */
function endingOf(view: ChartView): string | null {
  const ends = view.stages.filter(({ parent, stage }) => parent === null && stage.type === 'final');
  const stopped = ends.find(({ stage }) => stage.type === 'final' && stage.outcome === 'stopped');
  return (stopped ?? ends[0])?.id ?? null;
}

interface Counter {
  variable: string;
  limit: string;
  /** What declares it. */
  commands: DocumentCommand[];
}

const asksFor = (view: ChartView, name: string): boolean =>
  transitionsAt(view).some(({ transition }) => view.namesIn(transition.guard).has(name));
const sets = (view: ChartView, name: string): boolean =>
  actionsAt(view).some(({ action }) => action.do === 'set' && action.variable === name);

/** The round, unless the cycle counts or asks for it already; then a counter of its own. */
function counterFor(view: ChartView): Counter {
  if (!asksFor(view, 'round') && !sets(view, 'round'))
    return { variable: 'round', limit: 'round < 4', commands: [] };
  const { variables } = view.cycle;
  const variable =
    ['passes', 'passes2', 'passes3'].find((name) => variables?.[name] === undefined) ?? 'passes4';
  const commands =
    variables === undefined ? [add('/variables', { [variable]: 0 })] : [add(`/variables/${variable}`, 0)];
  return { variable, limit: `${variable} < 3`, commands };
}

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
  if (!exit || end === null) return null;
  const { variable, limit, commands } = counterFor(view);
  const path = `/${exit.place}`;
  const { guard, do: actions } = exit.transition;
  const slash = path.lastIndexOf('/');
  const next = `${path.slice(0, slash)}/${Number(path.slice(slash + 1)) + 1}`;
  return {
    title: 'Go round at most three more times, then end the plan',
    commands: [
      ...commands,
      guard === undefined ? add(`${path}/guard`, limit) : replace(`${path}/guard`, `(${guard}) and ${limit}`),
      append(actions, `${path}/do`, { do: 'set', variable, value: `${variable} + 1` }),
      ...(hasElse(view, exit) ? [] : [add(next, { to: end })]),
    ],
  };
}

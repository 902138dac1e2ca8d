// CYC-04: every loop ends. One that runs by itself never may; a loop of rounds needs a bound.
import { freeNames } from '../expression/check-expression.ts';
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { branchesOf, type ChartView, isInside, makeProblem, nameOf } from './chart-view.ts';
import { type Exit, leavesEntered, type Ways } from './exits.ts';
import { loopsIn, makeGraph } from './graph.ts';
import { actionsAt } from './places.ts';
import { firing, type Reachable } from './reachable.ts';

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

function checkRunaways(view: ChartView, ways: Ways): Problem[] {
  const graph = makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => immediate(view, ways, id).flatMap(({ transition }) => leavesEntered(view, transition.to ?? id)),
  );
  return loopsIn(graph).flatMap((loop) => {
    const exit = loop.flatMap((id) => immediate(view, ways, id))[0];
    if (exit === undefined) return [];
    const names = loop.map((id) => nameOf(view, id)).join(', ');
    const message = `${names}: "always" without a guard leads round and round without end. Add a guard or wait for an event.`;
    return [makeProblem('CYC-04', 'error', { place: exit.place, stage: exit.owner }, message)];
  });
}

/** Without a target it fires again as soon as it has fired. */
const checkRepeats = (view: ChartView, active: Reachable): Problem[] =>
  [...active].flatMap((stage) =>
    firing(view, stage, active)
      .filter(({ trigger, transition }) => trigger.kind === 'always' && !transition.guard && !transition.to)
      .map(({ place }) => {
        const message = `"always" without a guard and without a target repeats without end. Use "entry" instead.`;
        return makeProblem('CYC-04', 'error', { place, stage }, message);
      }),
  );

/** Names that change on the way round, or with the passing of time. */
function boundsOf(view: ChartView, loop: readonly StageId[]): Set<string> {
  const inside = new Set(loop.flatMap((leaf) => lineage(view.index, leaf).map(({ id }) => id)));
  const set = actionsAt(view).flatMap(({ action, stage }) =>
    action.do === 'set' && stage !== null && inside.has(stage) ? [action.variable] : [],
  );
  return new Set([...set, 'round', 'today', 'now', 'period']);
}

/** It, or a branch that is tried before it, looks at a bound. */
function isBounded(view: ChartView, exit: Exit, bounds: ReadonlySet<string>): boolean {
  const list = exit.owner === null ? view.everywhere : (view.transitions.get(exit.owner) ?? []);
  const branches = branchesOf(list).find((all) => all.some(({ place }) => place === exit.place)) ?? [];
  const tried = branches.slice(0, branches.findIndex(({ place }) => place === exit.place) + 1);
  return tried.some(({ transition: { guard } }) =>
    guard === undefined ? false : freeNames(guard).some((name) => bounds.has(name)),
  );
}

/** A container around the whole loop that a timer or what runs beside the loop takes away. */
function endsFromOutside(view: ChartView, ways: Ways, loop: readonly StageId[]): boolean {
  const [first = '', ...others] = loop;
  const around = lineage(view.index, first).filter(
    ({ id }) => id !== first && others.every((other) => isInside(view, other, id)),
  );
  return around.some(({ id, stage }) => {
    if ((view.transitions.get(id) ?? []).some(({ trigger }) => trigger.kind === 'timer')) return true;
    if (stage.type !== 'parallel') return false;
    const beside = ways.leaves.filter((leaf) => isInside(view, leaf.id, id) && !loop.includes(leaf.id));
    return beside.some((leaf) =>
      (ways.exits.get(leaf.id) ?? []).some(
        ({ owner, transition: { to } }) =>
          owner !== null && isInside(view, owner, id) && to !== undefined && !isInside(view, to, id),
      ),
    );
  });
}

/** What is left of a loop once every transition that looks at a bound is taken away. */
function unboundedIn(view: ChartView, ways: Ways, loop: readonly StageId[]): StageId[][] {
  const bounds = boundsOf(view, loop);
  const targetsOf = (id: StageId) =>
    (ways.exits.get(id) ?? [])
      .filter((exit) => !isBounded(view, exit, bounds))
      .flatMap(({ transition }) => leavesEntered(view, transition.to ?? id))
      .filter((to) => loop.includes(to));
  return loopsIn(makeGraph(loop, targetsOf)).filter((left) => !endsFromOutside(view, ways, left));
}

function checkRounds(view: ChartView, ways: Ways): Problem[] {
  const graph = makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => (ways.exits.get(id) ?? []).flatMap(({ transition }) => leavesEntered(view, transition.to ?? id)),
  );
  return loopsIn(graph)
    .flatMap((loop) => unboundedIn(view, ways, loop))
    .map((loop) => {
      const first = view.index.get(loop[0] ?? '');
      const names = loop.map((id) => nameOf(view, id)).join(', ');
      const message = `The loop over ${names} has no bound. Add a guard on the round, a counter or a date, such as round < 4.`;
      return makeProblem(
        'CYC-04',
        'warning',
        { place: first?.place ?? 'stages', stage: first?.id ?? null },
        message,
      );
    });
}

export function checkLoops(view: ChartView, ways: Ways, active: Reachable): Problem[] {
  const runaways = [...checkRunaways(view, ways), ...checkRepeats(view, active)];
  return runaways.length > 0 ? runaways : checkRounds(view, ways);
}

// CYC-04: a loop of rounds has a bound, so that the process ends: a guard on the round, a counter or a date,
// or a timer around the loop. Loops that outside events drive are their senders' to bound.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { hears, isDoneEvent } from '../statechart/structure/event-names.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import { branchesOf, type ChartView, isInside, makeProblem, nameOf } from './chart-view.ts';
import { leavesReader, type Ways } from './exits.ts';
import { loopsIn, makeGraph } from './graph.ts';
import { actionsAt } from './places.ts';
import type { Exit } from './reachable.ts';
import { taskOfEvent } from './tasks-of.ts';

/** Names that change with the passing of time, or that the engine counts. */
const runningNames = ['round', 'today', 'now', 'period'];

/** Names that change on the way round. */
function boundsOf(view: ChartView, loop: readonly StageId[]): Set<string> {
  const inside = new Set(loop.flatMap((leaf) => lineage(view.index, leaf).map(({ id }) => id)));
  const set = actionsAt(view).flatMap(({ action, stage }) =>
    action.do === 'set' && stage !== null && inside.has(stage) ? [action.variable] : [],
  );
  return new Set([...set, ...runningNames]);
}

const raisedBy = (view: ChartView): string[] =>
  actionsAt(view).flatMap(({ action }) => (action.do === 'raise' ? [action.event] : []));

/** Whoever sends the event decides how often, not the cycle. */
const comesFromOutside = ({ trigger }: Exit, raised: readonly string[]): boolean =>
  trigger.kind === 'event' &&
  taskOfEvent(trigger.type) === null &&
  !trigger.type.startsWith('outcome.') &&
  !isDoneEvent(trigger.type) &&
  !raised.some((type) => hears(trigger.type, type));

/** It, or a branch that is tried before it, looks at a bound. */
function looksAt(view: ChartView, exit: Exit, bounds: ReadonlySet<string>): boolean {
  const list = exit.owner === null ? view.everywhere : (view.transitions.get(exit.owner) ?? []);
  const branches = branchesOf(list).find((all) => all.some(({ place }) => place === exit.place)) ?? [];
  const tried = branches.slice(0, branches.findIndex(({ place }) => place === exit.place) + 1);
  return tried.some(({ transition: { guard } }) => [...view.namesIn(guard)].some((name) => bounds.has(name)));
}

/** A part beside the loop that takes the parallel stage around both elsewhere. */
function isTakenAway(view: ChartView, ways: Ways, parallel: StageId, loop: readonly StageId[]): boolean {
  const beside = ways.leaves.filter(({ id }) => isInside(view, id, parallel) && !loop.includes(id));
  const isBeside = (owner: StageId): boolean =>
    isInside(view, owner, parallel) && !loop.some((id) => id === owner || isInside(view, id, owner));
  const leadsAway = ({ owner, transition: { to } }: Exit): boolean =>
    owner !== null && to !== undefined && isBeside(owner) && !isInside(view, to, parallel);
  return beside.some(({ id }) => (ways.exits.get(id) ?? []).some(leadsAway));
}

const hasTimer = (view: ChartView, { id }: IndexedStage): boolean =>
  (view.transitions.get(id) ?? []).some(
    ({ trigger, transition }) => trigger.kind === 'timer' && transition.to !== undefined,
  );

function endsFromOutside(view: ChartView, ways: Ways, loop: readonly StageId[]): boolean {
  const [first = ''] = loop;
  const around = lineage(view.index, first).filter(({ id }) =>
    loop.every((leaf) => isInside(view, leaf, id)),
  );
  return around.some(
    (entry) =>
      hasTimer(view, entry) || (entry.stage.type === 'parallel' && isTakenAway(view, ways, entry.id, loop)),
  );
}

/** What is left of a loop once every transition that looks at a bound is taken away. */
function unboundedIn(view: ChartView, ways: Ways, loop: readonly StageId[]): StageId[][] {
  const bounds = boundsOf(view, loop);
  const raised = raisedBy(view);
  const members = new Set(loop);
  const entered = leavesReader(view);
  const graph = makeGraph(loop, (id) =>
    (ways.exits.get(id) ?? [])
      .filter((exit) => !comesFromOutside(exit, raised) && !looksAt(view, exit, bounds))
      .flatMap(entered)
      .filter((to) => members.has(to)),
  );
  return loopsIn(graph).filter((left) => !endsFromOutside(view, ways, left));
}

export function checkRounds(view: ChartView, ways: Ways): Problem[] {
  const entered = leavesReader(view);
  const graph = makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => (ways.exits.get(id) ?? []).flatMap(entered),
  );
  const unbounded = loopsIn(graph).flatMap((loop) => unboundedIn(view, ways, loop));
  return unbounded.map((loop) => {
    const first = view.index.get(loop[0] ?? '');
    const names = loop.map((id) => nameOf(view, id)).join(', ');
    const message = `The loop over ${names} has no bound. Add a guard such as round < 4, or one on a counter or a date.`;
    const at = { place: first?.place ?? 'stages', stage: first?.id ?? null };
    return makeProblem('CYC-04', 'warning', at, message);
  });
}

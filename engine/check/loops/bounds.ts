// Which ways round have no bound. A loop is bounded when one of these proves it (docs/adr/0017):
// a variable counts towards a limit that a guard on the way keeps it from passing; a guard lets a step be taken
// only until a day that is fixed; a stage that stays active all the way has a timer that leads out.
// Steps that can only be taken finitely often are taken away, and what is left is looked at again.
import type { Limit } from '../../expression/guards/limits-in.ts';
import { progressTowards } from '../../expression/guards/movement.ts';
import { timerOf } from '../../statechart/structure/event-names.ts';
import type { PlacedTransition } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import type { FlowNode } from '../flow-graph.ts';
import { byOrigin, loopsIn, makeGraph } from '../graph.ts';
import { actionsAt, transitionsAt } from '../places.ts';
import type { LoopStep } from './loop-steps.ts';

export interface Bounding {
  nodes: readonly FlowNode[];
  /** The stages that are left in time, whatever else happens. */
  timely: ReadonlySet<string>;
  /** Inside one step of a plan no time passes, so that neither a day nor a timer ends it. */
  timeless: boolean;
}

/** Steps that go round among themselves. */
export type Round = readonly LoopStep[];

const timeNames = new Set(['today', 'now']);

/** The steps that are part of some way round, by the ways that hang together. */
export function roundsIn<Step extends { from: number; to: number }>(steps: readonly Step[]): Step[][] {
  const leading = byOrigin<number, Step>(steps);
  const graph = makeGraph(leading.keys(), (node) => (leading.get(node) ?? []).map(({ to }) => to));
  return loopsIn(graph).map((group) => {
    const members = new Set(group);
    return group.flatMap((node) => (leading.get(node) ?? []).filter(({ to }) => members.has(to)));
  });
}

/** The same on every passage: written out, or of variables that nothing on the way sets. */
function isFixed(round: Round, { limit, side }: Limit): boolean {
  if (limit.kind === 'literal') return limit.value !== null || side === 'null';
  return limit.names.every(
    (name) => name === 'period' || (isVariable(name) && !round.some(({ moves }) => moves.has(name))),
  );
}

const scopeNames = new Set([
  'outcome',
  'score',
  'coverage',
  'goals',
  'measures',
  'component',
  'children',
  'event',
  'result',
  'today',
  'now',
  'stages',
]);
const isVariable = (name: string): boolean => !scopeNames.has(name);

/** Two sets of steps that cannot both be taken for ever. */
interface Rank {
  advancing: ReadonlySet<LoopStep>;
  limited: ReadonlySet<LoopStep>;
}

/** The steps that bring the variable nearer to its limit; none when one of the round leads it back. */
function advancingIn(round: Round, limit: Limit): LoopStep[] {
  if (timeNames.has(limit.variable)) return limit.side === 'up' ? [...round] : [];
  const advancing: LoopStep[] = [];
  for (const step of round) {
    const moves = step.moves.get(limit.variable);
    if (moves === undefined) continue;
    const progress = moves.map(({ movement }) => progressTowards(movement, limit));
    if (progress.includes('back')) return [];
    if (moves.some(({ always }, place) => always && progress[place] === 'advances')) advancing.push(step);
  }
  return advancing;
}

/** One for each limit; those of a variable that the same steps come nearer to count as one. */
function ranksOf({ timeless }: Bounding, round: Round): Rank[] {
  const limits = new Map<string, { limit: Limit; steps: LoopStep[] }>();
  for (const step of round) {
    for (const limit of step.limits) {
      const found = limits.get(limit.key) ?? { limit, steps: [] };
      found.steps.push(step);
      limits.set(limit.key, found);
    }
  }
  const ranks = new Map<string, { advancing: Set<LoopStep>; limited: Set<LoopStep> }>();
  for (const { limit, steps } of limits.values()) {
    if ((timeless && timeNames.has(limit.variable)) || !isFixed(round, limit)) continue;
    const advancing = advancingIn(round, limit);
    if (advancing.length === 0) continue;
    const numbers = advancing.map((step) => round.indexOf(step)).join();
    const key = `${limit.variable} ${limit.side} ${numbers}`;
    const rank = ranks.get(key) ?? { advancing: new Set(advancing), limited: new Set() };
    for (const step of steps) rank.limited.add(step);
    ranks.set(key, rank);
  }
  return [...ranks.values()];
}

/** The stages with a timer that nothing moves or keeps from leading out of them. */
export function leftInTime(view: ChartView): ReadonlySet<string> {
  const moved = new Set<string | null>(
    actionsAt(view).flatMap(({ action }) => (action.do === 'reschedule' ? [action.timer] : [])),
  );
  // What hears the event by its name may be asked first.
  const heard = transitionsAt(view).flatMap(({ trigger }) =>
    trigger.kind === 'event' ? [timerOf(trigger.type)] : [],
  );
  const uncertain = new Set([...moved, ...heard]);
  const leads = ({ trigger, transition: { to, guard, internal } }: PlacedTransition): boolean =>
    trigger.kind === 'timer' &&
    to !== undefined &&
    guard === undefined &&
    internal !== true &&
    !uncertain.has(trigger.timerId);
  const stages = view.stages.filter(({ id }) => (view.transitions.get(id) ?? []).some(leads));
  return new Set(stages.map(({ id }) => id));
}

function endsInTime({ nodes, timely, timeless }: Bounding, round: Round): boolean {
  if (timeless) return false;
  const [first, ...others] = [...new Set(round.map(({ from }) => from))].map(
    (node) => nodes[node]?.active ?? [],
  );
  const left = new Set(round.flatMap((step) => step.left));
  return (first ?? []).some(
    (stage) => !left.has(stage) && others.every((active) => active.includes(stage)) && timely.has(stage),
  );
}

const without = (round: Round, taken: ReadonlySet<LoopStep>): LoopStep[] =>
  round.filter((step) => !taken.has(step));

function unboundedPartsOf(bounding: Bounding, round: Round): Round[] {
  if (endsInTime(bounding, round)) return [];
  let left: Round[] = [round];
  for (const { advancing, limited } of ranksOf(bounding, round)) {
    // Whoever goes round for ever either stops advancing, or stops taking what is limited.
    const parts = [advancing, limited].flatMap((some) => unboundedIn(bounding, without(round, some)));
    if (parts.length === 0) return [];
    if (left[0] === round || parts.length < left.length) left = parts;
  }
  return left;
}

/** The ways round of which no bound can be proved. */
export const unboundedIn = (bounding: Bounding, steps: readonly LoopStep[]): Round[] =>
  roundsIn(steps).flatMap((round) => unboundedPartsOf(bounding, round));

// Which ways round have no bound. A loop is bounded when one of these proves it (docs/adr/0017):
// a variable counts towards a limit that a guard on the way keeps it from passing; a guard lets a step be taken
// only until a day that is fixed; a stage that stays active all the way has a timer that leads out.
// Steps that can only be taken finitely often are taken away, and what is left is looked at again.
import type { Limit } from '../../expression/guards/limits-in.ts';
import type { ChartView } from '../chart-view.ts';
import type { FlowNode } from '../flow-graph.ts';
import { byOrigin, loopsIn, makeGraph } from '../graph.ts';
import { actionsAt } from '../places.ts';
import type { Change, LoopStep } from './loop-steps.ts';

export interface Bounding {
  view: ChartView;
  nodes: readonly FlowNode[];
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
function isFixed(round: Round, { limit }: Limit): boolean {
  if (limit.kind === 'literal') return limit.value !== null;
  return limit.names.every(
    (name) => name === 'period' || (isVariable(name) && !round.some(({ changes }) => changes.has(name))),
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

const countsOnly = (round: Round, variable: string, side: Change): boolean =>
  round.every(({ changes }) => [undefined, side].includes(changes.get(variable)));

/** Two sets of steps that cannot both be taken for ever. */
interface Rank {
  advancing: ReadonlySet<LoopStep>;
  limited: ReadonlySet<LoopStep>;
}

function rankBy(round: Round, variable: string, side: Limit['side']): Rank | null {
  const limited = round.filter(({ limits }) =>
    limits.some((limit) => limit.variable === variable && limit.side === side && isFixed(round, limit)),
  );
  if (limited.length === 0) return null;
  if (timeNames.has(variable))
    return side === 'up' ? { advancing: new Set(round), limited: new Set(limited) } : null;
  const advancing = round.filter(({ changes }) => changes.get(variable) === side);
  if (advancing.length === 0 || !countsOnly(round, variable, side)) return null;
  return { advancing: new Set(advancing), limited: new Set(limited) };
}

function ranksOf({ timeless }: Bounding, round: Round): Rank[] {
  const limits = round.flatMap((step) => step.limits);
  const keys = new Map(limits.map(({ variable, side }) => [`${variable} ${side}`, { variable, side }]));
  return [...keys.values()]
    .filter(({ variable }) => !timeless || !timeNames.has(variable))
    .flatMap(({ variable, side }) => rankBy(round, variable, side) ?? []);
}

/** A timer that nothing moves or keeps from leading out of its stage. */
function leadsOutInTime({ view }: Bounding, stage: string): boolean {
  const moved = new Set(
    actionsAt(view).flatMap(({ action }) => (action.do === 'reschedule' ? [action.timer] : [])),
  );
  return (view.transitions.get(stage) ?? []).some(
    ({ trigger, transition: { to, guard, internal } }) =>
      trigger.kind === 'timer' &&
      to !== undefined &&
      guard === undefined &&
      internal !== true &&
      !moved.has(trigger.timerId),
  );
}

function endsInTime(bounding: Bounding, round: Round): boolean {
  if (bounding.timeless) return false;
  const [first, ...others] = [...new Set(round.map(({ from }) => from))].map(
    (node) => bounding.nodes[node]?.active ?? [],
  );
  const left = new Set(round.flatMap((step) => step.left));
  return (first ?? []).some(
    (stage) =>
      !left.has(stage) && others.every((active) => active.includes(stage)) && leadsOutInTime(bounding, stage),
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

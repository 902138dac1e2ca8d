// What is known of names wherever a plan can stand: no appraisal means no outcome, a round that nothing counts is the
// first. Values flow forward through the graph, along the transitions that they let be taken; where two meet that
// differ, nothing is known. A launch may say what a variable starts with, and so nothing is known of it until it is set.
import type { Scalar } from '../../expression/guards/guard.ts';
import type { StageId } from '../../model/ids.ts';
import { branchesOf, type ChartView } from '../chart-view.ts';
import type { Flow } from '../flow.ts';
import type { FlowEdge, FlowGraph } from '../flow-graph.ts';
import { byOrigin } from '../graph.ts';
import type { Exit } from '../reachable.ts';
import {
  applied,
  type Change,
  changeReader,
  changesOn,
  type Following,
  followedNames,
  join,
  open,
  type Values,
  valuesAtStart,
} from './value-changes.ts';

type MayTake = (exit: Exit, values: Values) => boolean;

interface Asked {
  branches: Parameters<Flow['reader']['decide']>[0];
  place: number;
  /** The followed names that its list of guards looks at. */
  names: readonly number[];
  answers: Map<string, boolean>;
}

function askedReader({ view, names }: Following): (exit: Exit) => Asked {
  const known = new Map<string, Asked>();
  const read = ({ owner, place }: Exit): Asked => {
    const list = owner === null ? view.everywhere : (view.transitions.get(owner) ?? []);
    const branches = branchesOf(list).find((all) => all.some((one) => one.place === place)) ?? [];
    const at = branches.findIndex((one) => one.place === place);
    const asked = new Set(
      branches
        .slice(0, at + 1)
        .flatMap(({ transition: { guard } }) => [
          ...(guard === undefined ? [] : (view.expressionOf(guard)?.names ?? [])),
        ]),
    );
    const followed = names.flatMap((name, index) => (asked.has(name) ? [index] : []));
    return { branches, place: at, names: followed, answers: new Map() };
  };
  return (exit) => {
    const found = known.get(exit.place) ?? read(exit);
    known.set(exit.place, found);
    return found;
  };
}

function mayTake({ names }: Following, { reader }: Flow, askedBy: (exit: Exit) => Asked): MayTake {
  return (exit, values) => {
    const asked = askedBy(exit);
    if (asked.names.every((at) => values[at] === open)) return true;
    const fixed = new Map(
      asked.names.flatMap((at) => {
        const value = values[at];
        return value === undefined || value === open ? [] : [[names[at] ?? '', value] as const];
      }),
    );
    const key = JSON.stringify([...fixed]);
    const answer =
      asked.answers.get(key) ?? reader.decide(asked.branches, fixed).possible.includes(asked.place);
    asked.answers.set(key, answer);
    return answer;
  };
}

/** By standing; undefined where no plan comes to. */
function spread(
  { nodes, edges, starts }: FlowGraph,
  first: (active: readonly StageId[]) => Values,
  after: (values: Values, edge: FlowEdge) => Values | null,
): (Values | undefined)[] {
  const leading = byOrigin<number, FlowEdge>(edges);
  const known: (Values | undefined)[] = nodes.map(() => undefined);
  const waiting: number[] = [];
  const meet = (at: number, values: Values): void => {
    const before = known[at];
    if (before === values) return;
    const joined = before ? before.map((value, name) => join(value, values[name] ?? null)) : values;
    if (before?.every((value, name) => value === joined[name])) return;
    known[at] = joined;
    waiting.push(at);
  };
  for (const at of starts) meet(at, first(nodes[at]?.active ?? []));
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const edge of leading.get(at) ?? []) {
      const values = after(known[at] ?? [], edge);
      if (values) meet(edge.to, values);
    }
  }
  return known;
}

export interface DeadExit {
  exit: Exit;
  /** What is known wherever it is asked. */
  known: readonly { name: string; value: Scalar }[];
}

export interface KnownValues {
  /** Where plans come to, and the ways that they take. */
  nodes: FlowGraph['nodes'];
  edges: FlowGraph['edges'];
  /** What is never taken though some stage asks it. */
  dead: readonly DeadExit[];
}

/** The exits that no way takes, with what is known wherever they are asked. */
function deadExits(
  { edges }: FlowGraph,
  known: readonly (Values | undefined)[],
  alive: readonly FlowEdge[],
): Map<string, { exit: Exit; values: Values }> {
  const taken = new Set(alive.flatMap((edge) => edge.taken.map(({ place }) => place)));
  const dead = new Map<string, { exit: Exit; values: Values }>();
  for (const edge of edges) {
    const values = known[edge.from];
    if (values === undefined) continue;
    for (const exit of edge.taken) {
      if (taken.has(exit.place)) continue;
      const before = dead.get(exit.place)?.values;
      const joined = before ? before.map((value, at) => join(value, values[at] ?? null)) : values;
      dead.set(exit.place, { exit, values: joined });
    }
  }
  return dead;
}

/** Null where it tells nothing more than the graph does; `isLeftOpen` of transitions that are taken whatever is known. */
export function followKnownValues(
  view: ChartView,
  flow: Flow,
  isLeftOpen: (exit: Exit) => boolean,
): KnownValues | null {
  const { graph } = flow;
  const names = followedNames(view);
  if (!graph.exact || names.length === 0) return null;
  const following = { view, names };
  const changes = changeReader(following);
  const askedBy = askedReader(following);
  const may = mayTake(following, flow, askedBy);
  const passes = (values: Values, { taken }: FlowEdge): boolean =>
    taken.every((exit) => isLeftOpen(exit) || may(exit, values));
  const done = new Map<FlowEdge, readonly Change[]>();
  const doneOn = (edge: FlowEdge): readonly Change[] => {
    const found = done.get(edge) ?? changesOn(following, changes, edge);
    done.set(edge, found);
    return found;
  };
  const known = spread(
    graph,
    (active) => valuesAtStart(following, changes, active),
    (values, edge) => (passes(values, edge) ? applied(values, doneOn(edge)) : null),
  );
  const edges = graph.edges.filter((edge) => {
    const values = known[edge.from];
    return values !== undefined && passes(values, edge);
  });
  if (edges.length === graph.edges.length) return null;
  return {
    nodes: graph.nodes.filter((_, at) => known[at] !== undefined),
    edges,
    dead: [...deadExits(graph, known, edges).values()].map(({ exit, values }) => ({
      exit,
      known: askedBy(exit).names.flatMap((at) => {
        const value = values[at];
        return value === undefined || value === open ? [] : [{ name: names[at] ?? '', value }];
      }),
    })),
  };
}

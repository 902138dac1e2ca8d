// CYC-04: every way round has a bound that can be proved; what cannot is shown as the way there and once round.
// Loops that outside events drive are their senders' to bound.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from '../chart-view.ts';
import { leadsToEnd } from '../endings.ts';
import type { Flow } from '../flow.ts';
import { type FlowEdge, type FlowGraph, movedBy } from '../flow-graph.ts';
import { actionsAt } from '../places.ts';
import { taskOfEvent } from '../tasks-of.ts';
import { leftInTime, type Round, roundsIn, unboundedIn } from './bounds.ts';
import { lassoOf, shortestRound } from './lasso.ts';
import { limitRounds } from './limit-rounds.ts';
import { type LoopStep, stepReader } from './loop-steps.ts';

const isTimer = (event: string): boolean => event.startsWith('timer.');

/** Whoever sends the event decides how often, not the cycle. What the cycle itself raises later comes from within. */
function outsideEvents(view: ChartView, { exact }: FlowGraph): (step: FlowEdge) => boolean {
  const raised = new Set(
    actionsAt(view).flatMap(({ action }) =>
      action.do === 'raise' && (!exact || action.delay !== undefined) ? [action.event] : [],
    ),
  );
  const isInner = (event: string): boolean => raised.has(event) || (!exact && event.startsWith('outcome.'));
  return ({ event, immediate }) =>
    event !== null && !immediate && taskOfEvent(event) === null && !isTimer(event) && !isInner(event);
}

/** The same task is given back to the same people: they wait, and go nowhere. */
function isAskedAgain({ nodes }: FlowGraph, { event, from, to, immediate, taken }: LoopStep): boolean {
  const task = event === null || immediate ? null : taskOfEvent(event);
  const stays = nodes[from]?.leaves.join() === nodes[to]?.leaves.join();
  return task !== null && stays && taken.length === 1;
}

interface Reporting {
  view: ChartView;
  flow: Flow;
}

function report(
  { view, flow }: Reporting,
  round: Round,
  severity: Problem['severity'],
  say: (names: string) => string,
): Problem {
  const loop = shortestRound(round);
  const stages = movedBy(view, flow.graph, loop);
  const first = view.index.get(stages[0] ?? '');
  const at = { place: first?.place ?? 'stages', stage: first?.id ?? null };
  const problem = makeProblem('CYC-04', severity, at, say(stages.map((id) => nameOf(view, id)).join(', ')));
  const fix = limitRounds(view, loop);
  return { ...problem, lasso: lassoOf(view, flow.graph, loop), ...(fix ? { fixes: [fix] } : {}) };
}

/** Without the same stages told of twice: variables make several standings of one. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.message}`, problem])).values()];
}

const placeOf = ({ nodes }: FlowGraph, node: number): string => nodes[node]?.leaves.join() ?? '';

/** The places from which there is a way to an end: what can never be left is CYC-01's to tell of. */
export function placesWithEnd(graph: FlowGraph): ReadonlySet<string> {
  return new Set([...leadsToEnd(graph)].map((node) => placeOf(graph, node)));
}

export function checkRounds(view: ChartView, flow: Flow, ending: ReadonlySet<string>): Problem[] {
  const { graph, reader } = flow;
  const isOutside = outsideEvents(view, graph);
  const inner = graph.edges.filter((edge) => !isOutside(edge) && ending.has(placeOf(graph, edge.from)));
  const steps = roundsIn(inner).flat().map(stepReader({ view, graph, reader }));
  const bounding = { nodes: graph.nodes, timely: leftInTime(view), timeless: false };
  const rounds = unboundedIn(
    bounding,
    steps.filter((step) => !isAskedAgain(graph, step)),
  );
  const known = new Set(rounds.flat().map(({ from }) => from));
  const asked = unboundedIn(
    bounding,
    steps.filter(({ from, to }) => !known.has(from) && !known.has(to)),
  );
  return distinct([
    ...rounds.map((round) =>
      report(
        { view, flow },
        round,
        'error',
        (names) =>
          `Nothing proves that the loop over ${names} ends. Count the rounds with a guard such as round < 4, or end it by a timer or a date.`,
      ),
    ),
    ...asked.map((round) =>
      report(
        { view, flow },
        round,
        'warning',
        (names) => `${names} may be asked again without end. Count the times with a guard such as round < 4.`,
      ),
    ),
  ]);
}

/** A loop inside one step: the plan never comes to rest. */
export function checkRunaways(view: ChartView, flow: Flow): Problem[] {
  const { graph, reader } = flow;
  const inner = graph.edges.filter(({ immediate }) => immediate);
  const steps = roundsIn(inner).flat().map(stepReader({ view, graph, reader }));
  const rounds = unboundedIn({ nodes: graph.nodes, timely: new Set<string>(), timeless: true }, steps);
  const problems = rounds.map((round) => {
    const loop = shortestRound(round);
    const exit = loop.flatMap(({ taken }) => taken)[0];
    const names = movedBy(view, graph, loop)
      .map((id) => nameOf(view, id))
      .join(', ');
    const message =
      exit?.transition.to === undefined
        ? '"always" without a target repeats without end. Use "entry" instead.'
        : `Nothing stops the loop over ${names}: it waits for nothing. Add a guard, or wait for an event.`;
    const at = { place: exit?.place ?? 'stages', stage: exit?.owner ?? null };
    return { ...makeProblem('CYC-04', 'error', at, message), lasso: lassoOf(view, graph, loop) };
  });
  return distinct(problems);
}

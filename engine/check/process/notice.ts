// CYC-09: who is rated has known what is expected for at least ninety days.
import type { StageId } from '../../model/ids.ts';
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import type { FlowEdge, FlowGraph } from '../flow-graph.ts';
import { byOrigin } from '../graph.ts';
import { type TaskAt, taskOfEvent, tasksAt } from '../tasks-of.ts';
import { daysOfDelay } from './lengths.ts';

const leastDays = 90;
/** An expression that gives a date: nothing says that it comes early. */
const longEnough = leastDays;

const knowsPlan = ({ task, purpose }: TaskAt): boolean =>
  task.assignee === 'owner' && (purpose === 'acknowledgement' || purpose === 'plan-agreement');

/** At least so long the plan stays before the step; null for steps that others decide on. */
function daysOf({ event, immediate, taken }: FlowEdge): number | null {
  if (event === null || immediate || taskOfEvent(event) !== null) return 0;
  const [first] = taken;
  if (first?.trigger.kind !== 'timer') return null;
  return daysOfDelay(first.trigger.delay) ?? longEnough;
}

interface Since {
  node: number;
  /** Days since the plan was known; -1 before that. */
  days: number;
}

function next(edge: FlowEdge, { days }: Since, learns: boolean): Since | null {
  const wait = daysOf(edge);
  if (wait === null) return null;
  if (learns) return { node: edge.to, days: Math.max(days, 0) };
  return { node: edge.to, days: days < 0 ? days : Math.min(days + wait, leastDays) };
}

/** Per node, the shortest time since the plan was known; -1 where it may not be known at all. */
function daysKnown({ nodes, edges, starts }: FlowGraph, known: ReadonlySet<StageId>): Map<number, number> {
  const leading = byOrigin<number, FlowEdge>(edges);
  const shortest = new Map<number, number>();
  const learns = (node: number): boolean => nodes[node]?.active.some((id) => known.has(id)) === true;
  const waiting: Since[] = starts.map((node) => ({ node, days: learns(node) ? 0 : -1 }));
  for (const since of waiting) {
    const before = shortest.get(since.node);
    if (before !== undefined && before <= since.days) continue;
    shortest.set(since.node, since.days);
    for (const edge of leading.get(since.node) ?? []) {
      const later = next(edge, since, learns(edge.to));
      if (later) waiting.push(later);
    }
  }
  return shortest;
}

export function checkNotice(view: ChartView, graph: FlowGraph): Problem[] {
  const tasks = tasksAt(view.stages);
  const ratings = tasks.filter(({ purpose, task }) => purpose === 'appraisal' && task.assignee !== 'owner');
  if (ratings.length === 0) return [];
  const days = daysKnown(graph, new Set(tasks.filter(knowsPlan).map(({ stage }) => stage)));
  return ratings.flatMap(({ stage, place, task }) => {
    const known = [...days].flatMap(([node, since]) =>
      graph.nodes[node]?.active.includes(stage) ? [since] : [],
    );
    const least = Math.min(...known);
    if (known.length === 0 || least >= leastDays) return [];
    const at = { place, stage };
    const message =
      least < 0
        ? `"${task.title}" can come without the owner ever having been asked to acknowledge the plan. Ask for it when the plan is made.`
        : `"${task.title}" can come ${Math.round(least)} days after the owner was asked to acknowledge the plan; ${leastDays} are usual. Give it more time, or accept it with a reason.`;
    return [makeProblem('CYC-09', 'warning', at, message)];
  });
}

// A plan's macrostep: SCXML Appendix D, mainEventLoop. After the event's own transitions come those that wait for
// nothing, then what was raised, one by one, until nothing is left to do. XState 5 has a loop of its own, which
// takes stages in the order in which they were entered; the recommendation asks for document order.
import { askGuard } from '../step/ask-guard.ts';
import { type Draft, type Happening, hear, maxSteps } from '../step/draft.ts';
import { isDoneEvent } from '../structure/event-names.ts';
import type { Chart } from './compiled-cycle.ts';
import { selectTransitions } from './select.ts';
import type { Standing } from './standing.ts';
import { microstepFrom, startOf } from './standings.ts';
import { type ChartNode, type ChartTransition, transitionsFor } from './tree.ts';

function passesIn(draft: Draft, { placed: { transition, place } }: ChartTransition): boolean {
  const { guard } = transition;
  return guard === undefined || askGuard(draft, { guard, place });
}

/** `onDone` tells of what happened inside, so its expressions see the event that led to the end there. */
const looksBack = ({ placed }: ChartTransition): boolean => placed.trigger.kind === 'done';

/** The transitions that the happening leads to; it is what expressions see as `event` from now on. */
export function selectFor(draft: Draft, at: Standing, happening: Happening): ChartTransition[] {
  const before = draft.happening;
  const cause = happening.cause ?? happening;
  const first = (node: ChartNode): ChartTransition | undefined => {
    for (const transition of transitionsFor(node, happening.type)) {
      hear(draft, looksBack(transition) ? cause : happening);
      if (passesIn(draft, transition)) return transition;
    }
    return undefined;
  };
  const selected = selectTransitions(at, first, at.innermost);
  if (!isDoneEvent(happening.type) || !selected.every(looksBack)) hear(draft, happening);
  else hear(draft, selected.length > 0 ? cause : before);
  return selected;
}

/** Those that neither lead anywhere nor do anything only keep the stages around them from being asked. */
function selectEventless(draft: Draft, at: Standing): ChartTransition[] {
  const first = (node: ChartNode) => node.always.find((transition) => passesIn(draft, transition));
  const selected = selectTransitions(at, first, at.innermost);
  return selected.some(({ targets, actions }) => targets.length + actions.length > 0) ? selected : [];
}

/** Null when nothing is left to do. */
function nextTransitions(draft: Draft, at: Standing): ChartTransition[] | null {
  const eventless = at.restless ? selectEventless(draft, at) : null;
  if (eventless && eventless.length > 0) return eventless;
  const happening = draft.raised.shift();
  return happening === undefined ? null : selectFor(draft, at, happening);
}

/** Stops at the first fault. */
function take(chart: Chart, draft: Draft, from: Standing, taken: readonly ChartTransition[]): Standing {
  if (taken.length === 0) return from;
  const { transitions, doings, to } = microstepFrom(chart, from, taken);
  draft.moves.transitions.push(...transitions);
  for (const doing of doings) {
    if (draft.fault) break;
    doing(draft);
  }
  return to;
}

/** Where the plan comes to rest when these transitions are taken; null after a fault. */
export function moveChart(
  chart: Chart,
  draft: Draft,
  { from, first }: { from: Standing; first: readonly ChartTransition[] },
): Standing | null {
  let at = take(chart, draft, from, first);
  for (let steps = 0; at.snapshot.status === 'active' && !draft.fault; steps++) {
    const taken = nextTransitions(draft, at);
    if (taken === null) break;
    if (steps === maxSteps) draft.fault ??= { code: 'too-many-steps', limit: maxSteps };
    else at = take(chart, draft, at, taken);
  }
  return draft.fault ? null : at;
}

export const enterChart = (chart: Chart, draft: Draft): Standing | null =>
  moveChart(chart, draft, { from: startOf(chart), first: [chart.tree.start] });

// A plan's macrostep: SCXML Appendix D, mainEventLoop. After the event's own transitions come those that wait for
// nothing, then what was raised, one by one, until nothing is left to do. XState 5 has a loop of its own, which
// takes stages in the order in which they were entered; the recommendation asks for document order.
import { type ActorLogic, type AnyActorScope, transition } from 'xstate';
import { type Draft, type Happening, hear, maxSteps } from '../step/draft.ts';
import { passes } from '../step/evaluate-in.ts';
import { recordGuard } from '../step/record-guard.ts';
import { isDoneEvent } from '../structure/event-names.ts';
import type { ChartSnapshot } from './chart-state.ts';
import type { Chart } from './compiled-cycle.ts';
import { type Configuration, domainOf, exitSet } from './domain.ts';
import { enteredBy, historyAfter } from './entry.ts';
import { beforeStart, type ChartEvent, type Move, microstep } from './machine.ts';
import { selectTransitions } from './select.ts';
import { type ChartNode, type ChartTransition, transitionsFor } from './tree.ts';

/** A step under way: the chart, the draft, and where the plan is just now. */
export interface Walk {
  readonly chart: Chart;
  readonly draft: Draft;
  readonly snapshot: ChartSnapshot;
  readonly at: Configuration;
}

export function walkFrom(chart: Chart, draft: Draft, snapshot: ChartSnapshot): Walk {
  const { nodes, root, histories } = chart.tree;
  const active = new Set([root]);
  for (const id of draft.active) {
    const node = nodes.get(id);
    if (node) active.add(node);
  }
  const history = new Map<string, ChartNode[]>();
  for (const { id } of histories) {
    const remembered = snapshot.historyValue[id];
    if (remembered) history.set(id, nodesOf(chart, remembered));
  }
  return { chart, draft, snapshot, at: { active, history } };
}

const nodesOf = ({ tree }: Chart, remembered: readonly { id: string }[]): ChartNode[] =>
  remembered.flatMap(({ id }) => tree.nodes.get(id) ?? []);

function passesIn(draft: Draft, { placed: { transition, place } }: ChartTransition): boolean {
  const { guard } = transition;
  if (guard === undefined) return true;
  const passed = passes(draft, guard, `${place}/guard`);
  recordGuard(draft, { transition: `/${place}`, guard, passed });
  return passed;
}

/** `onDone` tells of what happened inside, so its expressions see the event that led to the end there. */
const looksBack = ({ placed }: ChartTransition): boolean => placed.trigger.kind === 'done';

/** The transitions that the happening leads to; it is what expressions see as `event` from now on. */
export function selectFor({ draft, at }: Walk, happening: Happening): ChartTransition[] {
  const before = draft.happening;
  const cause = happening.cause ?? happening;
  const selected = selectTransitions(at, (node) =>
    transitionsFor(node, happening.type).find((transition) => {
      hear(draft, looksBack(transition) ? cause : happening);
      return passesIn(draft, transition);
    }),
  );
  if (!isDoneEvent(happening.type) || !selected.every(looksBack)) hear(draft, happening);
  else hear(draft, selected.length > 0 ? cause : before);
  return selected;
}

/** Those that neither lead anywhere nor do anything only keep the stages around them from being asked. */
function selectEventless({ draft, at }: Walk): ChartTransition[] {
  const selected = selectTransitions(at, (node) =>
    node.always.find((transition) => passesIn(draft, transition)),
  );
  return selected.some(({ targets, actions }) => targets.length + actions.length > 0) ? selected : [];
}

/** Null when nothing is left to do. */
function nextTransitions(walk: Walk): ChartTransition[] | null {
  const eventless = walk.chart.tree.restless ? selectEventless(walk) : [];
  if (eventless.length > 0) return eventless;
  const happening = walk.draft.raised.shift();
  return happening === undefined ? null : selectFor(walk, happening);
}

function movesOf({ chart, at }: Walk, taken: readonly ChartTransition[]): Move[] {
  const domains = taken.map((transition) => domainOf(transition, at));
  const left = new Set(domains.flatMap((domain) => [...exitSet(domain, at)]));
  const history = historyAfter(left, chart.tree.histories, at);
  return taken.map(({ targets, actions }, index) => {
    const domain = domains[index];
    if (!domain) return { inside: null, entered: [], begins: [], actions };
    const { innermost, begins } = enteredBy(targets, domain, history);
    return { inside: domain.id, entered: innermost.map(({ id }) => id), begins, actions };
  });
}

type Microstep = (snapshot: ChartSnapshot, moves: readonly Move[]) => ChartSnapshot;

function take(walk: Walk, taken: readonly ChartTransition[], perform: Microstep): Walk {
  if (taken.length === 0) return walk;
  // The start of a plan is no transition of its cycle.
  const places = taken.flatMap(({ placed }) => (placed.place === '' ? [] : `/${placed.place}`));
  walk.draft.moves.transitions.push(...places);
  return walkFrom(walk.chart, walk.draft, perform(walk.snapshot, movesOf(walk, taken)));
}

function macrostep(start: Walk, first: readonly ChartTransition[], perform: Microstep): ChartSnapshot {
  const { draft } = start;
  let walk = take(start, first, perform);
  for (let steps = 0; walk.snapshot.status === 'active' && !draft.fault; steps++) {
    const taken = nextTransitions(walk);
    if (taken === null) break;
    if (steps === maxSteps) draft.fault ??= { code: 'too-many-steps', limit: maxSteps };
    else walk = take(walk, taken, perform);
  }
  return walk.snapshot;
}

/**
 * XState makes a throwaway actor for each transition and starts the whole chart in it, which costs more than the
 * step itself. The logic given here lets that actor start where the plan already is, and runs all microsteps in it.
 * Null after a fault.
 */
export function moveChart(walk: Walk, first: readonly ChartTransition[]): ChartSnapshot | null {
  const { machine } = walk.chart;
  const logic: ActorLogic<ChartSnapshot, ChartEvent> = {
    transition: (_snapshot, _event, scope: AnyActorScope) =>
      macrostep(walk, first, (from, moves) => machine.transition(from, { type: microstep, moves }, scope)),
    getInitialSnapshot: () => walk.snapshot,
    getPersistedSnapshot: machine.getPersistedSnapshot,
  };
  const [after] = transition(logic, walk.snapshot, { type: microstep });
  if (after.status === 'error') throw after.error;
  return walk.draft.fault ? null : after;
}

export function enterChart(chart: Chart, draft: Draft): ChartSnapshot | null {
  const snapshot = chart.machine.resolveState({ value: beforeStart, context: { draft } });
  return moveChart(walkFrom(chart, draft, snapshot), [chart.tree.start]);
}

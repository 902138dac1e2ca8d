// Places found again. What XState makes of a place and the transitions taken there depends on nothing else, so it
// is asked once; guards, which decide what is taken, are asked every time. Bounded, and never seen from outside.
import { type ActorLogic, type AnyActorScope, transition } from 'xstate';
import type { StageId } from '../../model/ids.ts';
import type { ChartState, Plan } from '../../model/plan.ts';
import { type ActiveTransition, activeTransitions } from '../active-transitions.ts';
import { isPattern } from '../structure/event-names.ts';
import { eventTypeOf } from '../structure/transitions.ts';
import { activeStages, restoreChart, saveChart } from './chart-state.ts';
import type { Chart } from './compiled-cycle.ts';
import { domainOf, exitSet } from './domain.ts';
import { enteredBy, historyAfter } from './entry.ts';
import {
  beforeStart,
  type ChartEvent,
  type ChartSnapshot,
  type Doing,
  type Move,
  microstep,
} from './machine.ts';
import { innermostOf } from './select.ts';
import type { Microstep, Standing, Standings } from './standing.ts';
import type { ChartNode, ChartTransition } from './tree.ts';

/** Some megabytes; then all is forgotten and found out again. */
const maxSize = 4_000;

/** Null when the chart has no such place, as with a plan of another cycle. */
export function standingOf(chart: Chart, { chart: state, stage }: Plan): Standing | null {
  const standing = chart.standings.byState.get(state) ?? standingAt(chart, state);
  return standing && isSameList(standing.stage, stage) ? standing : null;
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((item, index) => item === b[index]));

/** A store may give the text back in another order of keys, so that one place has several texts. */
function standingAt(chart: Chart, state: ChartState): Standing | null {
  const text = JSON.stringify(state);
  const known = chart.standings.byText.get(text);
  if (known) return known;
  const snapshot = restoreChart(chart, state);
  if (!snapshot) return null;
  const standing = standingIn(chart, snapshot);
  chart.standings.byText.set(text, standing);
  return standing;
}

function standingIn(chart: Chart, snapshot: ChartSnapshot): Standing {
  const state = saveChart(chart, snapshot);
  const text = JSON.stringify(state);
  const known = chart.standings.byText.get(text);
  if (known) return known;
  makeRoom(chart.standings);
  const standing = makeStanding(chart, snapshot, state);
  chart.standings.byText.set(text, standing);
  chart.standings.byState.set(standing.chart, standing);
  return standing;
}

function makeRoom(standings: Standings): void {
  standings.size += 1;
  if (standings.size <= maxSize) return;
  standings.byText.clear();
  standings.byState = new WeakMap();
  standings.start = null;
  standings.size = 1;
}

function makeStanding(chart: Chart, snapshot: ChartSnapshot, state: ChartState): Standing {
  const { nodes } = chart.tree;
  const found = (ids: readonly StageId[]): ChartNode[] => ids.flatMap((id) => nodes.get(id) ?? []);
  const active = found(snapshot._nodes.map(({ id }) => id));
  const stage = activeStages(chart, snapshot);
  const waiting = activeTransitions(chart, { stage });
  return {
    active: new Set(active),
    history: new Map(Object.entries(state.history).map(([id, stages]) => [id, found(stages)])),
    innermost: innermostOf(active),
    restless: active.some(({ always }) => always.length > 0),
    stages: new Set(active.filter(({ parent }) => parent !== null).map(({ id }) => id)),
    waiting,
    waitingFor: byType(waiting),
    stage: freeze(stage),
    chart: freeze(state),
    size: JSON.stringify([stage, state]).length,
    snapshot,
    microsteps: new Map(),
  };
}

function byType(waiting: readonly ActiveTransition[]): Standing['waitingFor'] {
  const types = waiting.map(({ trigger }) => eventTypeOf(trigger));
  if (types.some(isPattern)) return null;
  return new Map(types.map((type) => [type, waiting.filter((_, index) => types[index] === type)]));
}

/** Plans share it. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const item of Object.values(value)) freeze(item);
  return Object.freeze(value);
}

/** Where every plan of the cycle begins. */
export function startOf(chart: Chart): Standing {
  const { standings, machine } = chart;
  if (standings.start) return standings.start;
  const standing = standingIn(chart, machine.resolveState({ value: beforeStart, context: {} }));
  standings.start = standing;
  return standing;
}

const nameOf = ({ placed }: ChartTransition): string => placed.place;

/** What taking these transitions comes to; they do not conflict, and are in document order. */
export function microstepFrom(chart: Chart, from: Standing, taken: readonly ChartTransition[]): Microstep {
  const [first] = taken;
  const key = first && taken.length === 1 ? nameOf(first) : taken.map(nameOf).join('\n');
  const known = from.microsteps.get(key);
  if (known) return known;
  makeRoom(chart.standings);
  const doings: Doing[] = [];
  const to = perform(chart, from, { type: microstep, moves: movesOf(chart, from, taken), doings });
  // The start of a plan is no transition of its cycle.
  const transitions = taken.flatMap((one) => (one === chart.tree.start ? [] : `/${one.placed.place}`));
  const made: Microstep = { transitions, doings, to };
  from.microsteps.set(key, made);
  return made;
}

/**
 * XState makes a throwaway actor for each transition and starts the whole chart in it. The logic given here lets
 * that actor start where the plan already is.
 */
function perform(chart: Chart, { snapshot }: Standing, event: ChartEvent): Standing {
  const { machine } = chart;
  const logic: ActorLogic<ChartSnapshot, ChartEvent> = {
    transition: (from, given, scope: AnyActorScope) => machine.transition(from, given, scope),
    getInitialSnapshot: () => snapshot,
    getPersistedSnapshot: machine.getPersistedSnapshot,
  };
  const [after] = transition(logic, snapshot, event);
  if (after.status === 'error') throw after.error;
  return standingIn(chart, after);
}

function movesOf({ tree }: Chart, at: Standing, taken: readonly ChartTransition[]): Move[] {
  const domains = taken.map((transition) => domainOf(transition, at));
  const left = new Set(domains.flatMap((domain) => [...exitSet(domain, at)]));
  const history = historyAfter(left, tree.histories, at);
  return taken.map(({ targets, actions }, index) => {
    const domain = domains[index];
    if (!domain) return { inside: null, entered: [], begins: [], actions };
    const { innermost, begins } = enteredBy(targets, domain, history);
    return { inside: domain.id, entered: innermost.map(({ id }) => id), begins, actions };
  });
}

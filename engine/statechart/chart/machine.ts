// A cycle's stages as an XState machine. XState decides which transitions fire and in which order
// stages are left and entered; everything that happens then is a list of our own, run in place on the
// step's draft. One `enqueueActions` per list keeps the order exact: what a list sets, the next
// expression sees, and what it raises is heard after the microstep, as in SCXML. No actors, no delays.
import { setup } from 'xstate';
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { Draft, Happening } from '../step/draft.ts';
import { passes } from '../step/evaluate-in.ts';
import { performActions } from '../step/perform-actions.ts';
import { recordGuard } from '../step/record-guard.ts';
import { enterStage, leaveStage, workOf } from '../step/stay.ts';
import {
  eventTypeOf,
  type PlacedAction,
  type PlacedTransition,
  placeActions,
  transitionsOfCycle,
  transitionsOfStage,
} from '../structure/transitions.ts';
import { answerFor, type Trail } from './walks.ts';

/** Microsteps and raised events in one step; more is taken for an endless loop. */
export const maxSteps = 1_000;

interface ChartContext {
  /** Null where nothing is asked. */
  trail: Trail | null;
}
export interface ChartEvent {
  type: string;
  happening?: Happening;
}

type Nothing = Record<never, never>;
const charts = setup<
  ChartContext,
  ChartEvent,
  Nothing,
  Nothing,
  Nothing,
  Nothing,
  never,
  string,
  ChartContext
>({});
type ChartConfig = Parameters<typeof charts.createMachine>[0];
type StageConfig = NonNullable<ChartConfig['states']>[string];
type TransitionConfig = Extract<NonNullable<StageConfig['always']>, readonly unknown[]>[number];
export type ChartMachine = ReturnType<typeof charts.createMachine>;

/** Outside types get a prefix: XState reads meaning into some of its own. */
export const chartEvent = (happening: Happening): ChartEvent => ({ type: `on:${happening.type}`, happening });

const run = (work: (draft: Draft) => Happening[], renew = false) =>
  charts.enqueueActions(({ context, event, enqueue }) => {
    const raised = answerFor(context.trail, work, event.happening);
    for (const happening of raised) enqueue.raise(chartEvent(happening));
    // XState looks for further `always` transitions only when it sees another snapshot.
    if (renew) enqueue.assign({});
  });

function guardConfig(guard: string, place: string) {
  const question = (draft: Draft): boolean => {
    const passed = passes(draft, guard, `${place}/guard`);
    recordGuard(draft, { transition: `/${place}`, guard, passed });
    return passed;
  };
  return ({ context, event }: { context: ChartContext; event: ChartEvent }): boolean =>
    answerFor(context.trail, question, event.happening);
}

function take(draft: Draft, place: string, actions: readonly PlacedAction[]): Happening[] {
  if (draft.fault) return [];
  draft.moves.transitions.push(`/${place}`);
  return performActions(draft, actions);
}

function transitionConfig({ trigger, transition, place }: PlacedTransition): TransitionConfig {
  const { to, guard, internal } = transition;
  const actions = placeActions(transition.do, `${place}/do`);
  const renew = trigger.kind === 'always' && (to !== undefined || actions.length > 0);
  return {
    target: to === undefined ? undefined : `#${to}`,
    reenter: to !== undefined && internal !== true,
    guard: guard === undefined ? undefined : guardConfig(guard, place),
    actions: run((draft) => take(draft, place, actions), renew),
  };
}

/** What XState calls the event that the transition waits for; `done` is what onDone stands for. */
const chartEventType = ({ trigger }: PlacedTransition, stage: string): string =>
  trigger.kind === 'done' ? `xstate.done.state.${stage}` : `on:${eventTypeOf(trigger)}`;

const isAlways = ({ trigger }: PlacedTransition): boolean => trigger.kind === 'always';

function listenersConfig(transitions: readonly PlacedTransition[], stage: string) {
  const on: Record<string, TransitionConfig[]> = {};
  for (const placed of transitions) {
    if (isAlways(placed)) continue;
    const type = chartEventType(placed, stage);
    on[type] = [...(on[type] ?? []), transitionConfig(placed)];
  }
  return on;
}

interface Inside {
  place: string;
  top: boolean;
  /**
   * Where a history stage goes while there is no history. In a parallel container any of its stages
   * brings in the others; XState would aim at the container itself, leave it, and not enter it again.
   */
  first: string;
}

const firstOf = (stages: Stages): string =>
  Object.keys(stages).find((id) => stages[id]?.type !== 'history') ?? '';

function stageConfig(id: string, stage: Stage, { place, top, first }: Inside): StageConfig {
  if (stage.type === 'history') {
    return { id, type: 'history', history: stage.history ?? 'shallow', target: `#${stage.to ?? first}` };
  }
  const work = workOf(id, stage, { place, top });
  const shared = {
    id,
    entry: run((draft) => enterStage(draft, work)),
    exit: run((draft) => leaveStage(draft, work)),
  };
  if (stage.type === 'final') return { ...shared, type: 'final' };
  const transitions = transitionsOfStage(id, stage, place);
  const waiting = {
    ...shared,
    on: listenersConfig(transitions, id),
    always: transitions.filter(isAlways).map(transitionConfig),
  };
  if (!('stages' in stage)) return { ...waiting, type: 'atomic' };
  const start = 'initial' in stage ? stage.initial : firstOf(stage.stages);
  const states = statesConfig(stage.stages, { place: `${place}/`, top: false, first: start });
  return 'initial' in stage
    ? { ...waiting, states, type: 'compound', initial: stage.initial }
    : { ...waiting, states, type: 'parallel' };
}

const statesConfig = (stages: Stages, { place, top, first }: Inside): Record<string, StageConfig> =>
  Object.fromEntries(
    Object.entries(stages).map(([id, stage]) => [
      id,
      stageConfig(id, stage, { place: `${place}stages/${id}`, top, first }),
    ]),
  );

/** The cycle's document has to be free of structural faults. */
export const makeMachine = (cycle: Cycle): ChartMachine =>
  charts.createMachine({
    id: '(cycle)',
    context: ({ input }) => ({ trail: input.trail }),
    initial: cycle.initial,
    states: statesConfig(cycle.stages, { place: '', top: true, first: cycle.initial }),
    on: listenersConfig(transitionsOfCycle(cycle), ''),
    options: { maxIterations: maxSteps },
  });

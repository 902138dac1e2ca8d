// A cycle's stages as an XState machine. Which transitions are taken and what they leave and enter is settled
// beforehand, by the SCXML recommendation (docs/adr/0013); XState performs the microstep: it leaves stages and
// records their history, acts, enters stages, and knows when the plan has ended. Everything that happens then is
// a list of our own, run in place on the step's draft. No actors, no delays.
import { setup } from 'xstate';
import type { Cycle, FinalStage, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import type { Draft } from '../step/draft.ts';
import { dataIn } from '../step/evaluate-in.ts';
import { performActions } from '../step/perform-actions.ts';
import { enterStage, leaveStage, workOf } from '../step/stay.ts';
import { doneEventOf } from '../structure/event-names.ts';
import type { PlacedAction } from '../structure/transitions.ts';
import { completedBy } from './done.ts';
import { type ChartTree, rootId } from './tree.ts';

/** Where XState stands before a plan is in any stage; no stage can be called so. */
export const beforeStart = '(start)';

/** What XState is told to do; everything else is settled by then. */
export const microstep = 'microstep';

/** One transition of a microstep, settled: every descendant of `inside` is left, `entered` are innermost stages. */
export interface Move {
  /** Null when the transition only acts. */
  inside: StageId | null;
  entered: readonly StageId[];
  /** What is done on the way into a container, after its entry. */
  begins: readonly [StageId, readonly PlacedAction[]][];
  actions: readonly PlacedAction[];
}

interface ChartContext {
  draft: Draft;
}
export interface ChartEvent {
  type: string;
  moves?: readonly Move[];
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
export type ChartMachine = ReturnType<typeof charts.createMachine>;
type ChartTransitions = ReturnType<ChartMachine['getTransitionData']>;

const run = (work: (draft: Draft, moves: readonly Move[]) => void) =>
  charts.enqueueActions(({ context, event }) => work(context.draft, event.moves ?? []));

function begin(draft: Draft, moves: readonly Move[], id: StageId): void {
  for (const { begins } of moves) {
    for (const [container, actions] of begins) if (container === id) performActions(draft, actions);
  }
}

interface Inside {
  place: string;
  top: boolean;
  tree: ChartTree;
}

interface Final {
  id: StageId;
  stage: FinalStage;
  place: string;
}

/** Only the event of its own container carries what the final stage gives. */
function raiseDone(draft: Draft, { nodes }: ChartTree, { id, stage, place }: Final): void {
  const node = nodes.get(id);
  if (!node || draft.fault) return;
  for (const container of completedBy(node, draft.active)) {
    const data = container === node.parent?.id ? dataIn(draft, stage.data, place) : {};
    draft.raised.push({ type: doneEventOf(container), data, cause: draft.happening });
  }
}

function stageConfig(id: string, stage: Stage, { place, top, tree }: Inside): StageConfig {
  if (stage.type === 'history') return { id, type: 'history', history: stage.history ?? 'shallow' };
  const work = workOf(id, stage, { place, top });
  const enter = run((draft, moves) => {
    enterStage(draft, work);
    begin(draft, moves, id);
  });
  const shared = { id, entry: enter, exit: run((draft) => leaveStage(draft, work)) };
  if (stage.type === 'final') {
    const done = run((draft) => raiseDone(draft, tree, { id, stage, place }));
    return { ...shared, type: 'final', entry: [enter, done] };
  }
  if (!('stages' in stage)) return { ...shared, type: 'atomic' };
  const states = statesConfig(stage.stages, { place: `${place}/`, top: false, tree });
  return 'initial' in stage
    ? { ...shared, states, type: 'compound', initial: stage.initial }
    : { ...shared, states, type: 'parallel' };
}

const statesConfig = (stages: Stages, { place, ...inside }: Inside): Record<string, StageConfig> =>
  Object.fromEntries(
    Object.entries(stages).map(([id, stage]) => [
      id,
      stageConfig(id, stage, { ...inside, place: `${place}stages/${id}` }),
    ]),
  );

/** With the domain as its source and innermost stages as its targets, XState finds no other stages to leave and enter. */
function settled(machine: ChartMachine, { moves = [] }: ChartEvent): ChartTransitions {
  const acting = machine.root.transitions.get(microstep) ?? [];
  if (moves.length === 0) return [];
  const leading = moves.flatMap(({ inside, entered }) =>
    inside === null
      ? []
      : acting.map((transition) => ({
          ...transition,
          source: machine.getStateNodeById(inside),
          target: entered.map((id) => machine.getStateNodeById(id)),
          actions: [],
        })),
  );
  return [...leading, ...acting];
}

/** The cycle's document has to be free of structural faults. */
export function makeMachine(cycle: Cycle, tree: ChartTree): ChartMachine {
  const states: Record<string, StageConfig> = {
    [beforeStart]: {},
    ...statesConfig(cycle.stages, { place: '', top: true, tree }),
  };
  const act = run((draft, moves) => {
    for (const { actions } of moves) performActions(draft, actions);
  });
  const config: ChartConfig = {
    id: rootId,
    context: ({ input }) => ({ draft: input.draft }),
    initial: beforeStart,
    states,
    on: { [microstep]: { actions: act } },
  };
  const machine: ChartMachine = charts.createMachine(config);
  machine.getTransitionData = (_, event) => settled(machine, event);
  return machine;
}

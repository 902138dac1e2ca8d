// A cycle's stages as an XState machine. Which transitions are taken and what they leave and enter is settled
// beforehand, by the SCXML recommendation (docs/adr/0013); XState performs the microstep: it leaves stages and
// records their history, acts, enters stages, and knows when the plan has ended. What it does on the way it tells
// as a list of doings, for the drafts of all plans that go the same way. No actors, no delays.
import { type SnapshotFrom, setup } from 'xstate';
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

/** What a microstep does to the draft of a plan. */
export type Doing = (draft: Draft) => void;

export interface ChartEvent {
  type: string;
  moves?: readonly Move[];
  /** Filled by the machine, in the order of the recommendation. */
  doings?: Doing[];
}

type Nothing = Record<never, never>;
const charts = setup<Nothing, ChartEvent, Nothing, Nothing, Nothing, Nothing, never, string, undefined>({});
type ChartConfig = Parameters<typeof charts.createMachine>[0];
type StageConfig = NonNullable<ChartConfig['states']>[string];
export type ChartMachine = ReturnType<typeof charts.createMachine>;
export type ChartSnapshot = SnapshotFrom<ChartMachine>;
type ChartTransitions = ReturnType<ChartMachine['getTransitionData']>;

const tell = (doingsOf: (moves: readonly Move[]) => readonly Doing[]) =>
  charts.enqueueActions(({ event }) => {
    event.doings?.push(...doingsOf(event.moves ?? []));
  });

const acting =
  (actions: readonly PlacedAction[]): Doing =>
  (draft) =>
    performActions(draft, actions);

const beginsOf = (moves: readonly Move[], id: StageId): Doing[] =>
  moves.flatMap(({ begins }) =>
    begins.flatMap(([container, actions]) => (container === id ? [acting(actions)] : [])),
  );

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
  if (!node) return;
  for (const container of completedBy(node, draft.active)) {
    const data = container === node.parent?.id ? dataIn(draft, stage.data, place) : {};
    draft.raised.push({ type: doneEventOf(container), data, cause: draft.happening });
  }
}

function stageConfig(id: string, stage: Stage, { place, top, tree }: Inside): StageConfig {
  if (stage.type === 'history') return { id, type: 'history', history: stage.history ?? 'shallow' };
  const work = workOf(id, stage, { place, top });
  const enter: Doing = (draft) => enterStage(draft, work);
  const leave: Doing = (draft) => leaveStage(draft, work);
  const shared = { id, entry: tell((moves) => [enter, ...beginsOf(moves, id)]), exit: tell(() => [leave]) };
  if (stage.type === 'final') {
    const done: Doing = (draft) => raiseDone(draft, tree, { id, stage, place });
    return { ...shared, type: 'final', entry: tell((moves) => [enter, ...beginsOf(moves, id), done]) };
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
  const own = machine.root.transitions.get(microstep) ?? [];
  if (moves.length === 0) return [];
  const leading = moves.flatMap(({ inside, entered }) =>
    inside === null
      ? []
      : own.map((transition) => ({
          ...transition,
          source: machine.getStateNodeById(inside),
          target: entered.map((id) => machine.getStateNodeById(id)),
          actions: [],
        })),
  );
  return [...leading, ...own];
}

/** The cycle's document has to be free of structural faults. */
export function makeMachine(cycle: Cycle, tree: ChartTree): ChartMachine {
  const states: Record<string, StageConfig> = {
    [beforeStart]: {},
    ...statesConfig(cycle.stages, { place: '', top: true, tree }),
  };
  const act = tell((moves) => moves.flatMap(({ actions }) => (actions.length > 0 ? [acting(actions)] : [])));
  const config: ChartConfig = {
    id: rootId,
    context: {},
    initial: beforeStart,
    states,
    on: { [microstep]: { actions: act } },
  };
  const machine: ChartMachine = charts.createMachine(config);
  machine.getTransitionData = (_, event) => settled(machine, event);
  return machine;
}

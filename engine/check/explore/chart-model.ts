// The chart by numbers: its stages in document order, the whole cycle as number 0, with what each listens to
// and what entering and leaving it does. Numbers make places comparable and their sets cheap.
import type { Action, Stage } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { stagesIn } from '../../statechart/structure/stage-index.ts';
import { eventTypeOf } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import type { Exit } from '../reachable.ts';
import { tasksOf } from '../tasks-of.ts';

export interface Branch {
  exit: Exit;
  source: number;
  target: number | null;
  /** Leaves and enters its source again even when it leads inside. */
  reenter: boolean;
}

export type NodeKind = 'atomic' | 'final' | 'compound' | 'parallel' | 'history';

export interface ChartNode {
  id: StageId;
  kind: NodeKind;
  /** -1 for the whole cycle. */
  parent: number;
  /** The greatest number inside it. */
  last: number;
  children: number[];
  histories: number[];
  /** Where a compound stage begins, or a history stage without a memory. */
  first: number;
  deep: boolean;
  entry: readonly Action[];
  exit: readonly Action[];
  /** By event, in the order in which they are tried. */
  lists: ReadonlyMap<string, readonly Branch[]>;
  always: readonly Branch[];
}

export interface ChartModel {
  nodes: readonly ChartNode[];
  /** The event that a task or a timer sends → the stage that must be active for it. */
  holders: ReadonlyMap<string, number>;
  /** All that any transition listens to. */
  heard: ReadonlySet<string>;
}

const kindOf = (stage: Stage): NodeKind => {
  if (stage.type !== undefined) return stage.type;
  return 'stages' in stage ? 'compound' : 'atomic';
};

type NumberOf = (id: StageId | undefined) => number;

/** `done` is heard as the end of its own stage. */
const heardAs = (exit: Exit): string =>
  exit.trigger.kind === 'done' ? doneEvent(exit.owner ?? '') : eventTypeOf(exit.trigger);

export const doneEvent = (id: StageId): string => `done ${id}`;

function listsOf(exits: readonly Exit[], source: number, numberOf: NumberOf) {
  const lists = new Map<string, Branch[]>();
  const always: Branch[] = [];
  for (const exit of exits) {
    const { to, internal } = exit.transition;
    const target = to === undefined ? null : numberOf(to);
    const branch = { exit, source, target, reenter: to !== undefined && internal !== true };
    if (exit.trigger.kind === 'always') always.push(branch);
    else {
      const event = heardAs(exit);
      lists.set(event, [...(lists.get(event) ?? []), branch]);
    }
  }
  return { lists, always };
}

const actionsOf = (stage: Stage, when: 'entry' | 'exit'): readonly Action[] =>
  stage.type === 'history' ? [] : (stage[when] ?? []);

const childrenOf = (stage: Stage, kind: 'history' | 'real', numberOf: NumberOf): number[] =>
  Object.entries(stagesIn(stage)).flatMap(([id, inner]) =>
    (inner.type === 'history') === (kind === 'history') ? [numberOf(id)] : [],
  );

function firstOf(view: ChartView, id: StageId, numberOf: NumberOf): number {
  const entry = view.index.get(id);
  const stage = entry?.stage;
  if (stage?.type !== 'history') return numberOf(stage && 'initial' in stage ? stage.initial : undefined);
  if (stage.to !== undefined) return numberOf(stage.to);
  const around = view.index.get(entry?.parent ?? '')?.stage;
  if (!around) return -1;
  if ('initial' in around) return numberOf(around.initial);
  // In a parallel stage any part brings in the others.
  return childrenOf(around, 'real', numberOf)[0] ?? -1;
}

function nodeOf(view: ChartView, id: StageId, numberOf: NumberOf): ChartNode {
  const entry = view.index.get(id);
  if (!entry) throw new Error(`There is no stage "${id}".`);
  const { stage, parent } = entry;
  const exits = (view.transitions.get(id) ?? []).map((placed) => ({ ...placed, owner: id }));
  return {
    id,
    kind: kindOf(stage),
    parent: parent === null ? 0 : numberOf(parent),
    last: numberOf(id),
    children: childrenOf(stage, 'real', numberOf),
    histories: childrenOf(stage, 'history', numberOf),
    first: firstOf(view, id, numberOf),
    deep: stage.type === 'history' && stage.history === 'deep',
    entry: actionsOf(stage, 'entry'),
    exit: actionsOf(stage, 'exit'),
    ...listsOf(exits, numberOf(id), numberOf),
  };
}

function wholeCycle(view: ChartView, numberOf: NumberOf): ChartNode {
  const top = Object.keys(view.cycle.stages).filter((id) => view.cycle.stages[id]?.type !== 'history');
  const exits = view.everywhere.map((placed) => ({ ...placed, owner: null }));
  return {
    id: '',
    kind: 'compound',
    parent: -1,
    last: view.stages.length,
    children: top.map(numberOf),
    histories: [],
    first: numberOf(view.cycle.initial),
    deep: false,
    entry: [],
    exit: [],
    ...listsOf(exits, 0, numberOf),
  };
}

function holdersOf(view: ChartView, numberOf: NumberOf): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { id, stage } of view.stages) {
    for (const [key] of tasksOf(stage)) {
      holders.set(`task.${key}.completed`, numberOf(id));
      holders.set(`task.${key}.overdue`, numberOf(id));
    }
    for (const { trigger } of view.transitions.get(id) ?? [])
      if (trigger.kind === 'timer') holders.set(eventTypeOf(trigger), numberOf(id));
  }
  return holders;
}

/** The cycle has to be free of structural faults. */
export function modelChart(view: ChartView): ChartModel {
  const numbers = new Map(view.stages.map(({ id }, place) => [id, place + 1]));
  const numberOf: NumberOf = (id) => numbers.get(id ?? '') ?? -1;
  const nodes = [wholeCycle(view, numberOf), ...view.stages.map(({ id }) => nodeOf(view, id, numberOf))];
  for (let number = nodes.length - 1; number > 0; number--) {
    const node = nodes[number];
    const around = node && nodes[node.parent];
    if (node && around) around.last = Math.max(around.last, node.last);
  }
  const heard = new Set(nodes.flatMap(({ lists }) => [...lists.keys()]));
  return { nodes, holders: holdersOf(view, numberOf), heard };
}

export const isInside = ({ nodes }: ChartModel, inner: number, outer: number): boolean =>
  inner > outer && inner <= (nodes[outer]?.last ?? -1);

/** From the stage itself to the whole cycle. */
export function lineOf({ nodes }: ChartModel, number: number): number[] {
  const line: number[] = [];
  for (let at = number; at >= 0; at = nodes[at]?.parent ?? -1) line.push(at);
  return line;
}

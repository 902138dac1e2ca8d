// The cycle as the rules look at it: its stages, their live transitions, and what entering a stage makes active.
// Guards are taken as possibly true; only structure decides.
import type { CompiledModel } from '../decision/compile/compile-model.ts';
import { compileCycleDecisions, decisionNames } from '../decision/cycle-decisions.ts';
import { namesBehind } from '../decision/requirements.ts';
import { type Expression, readExpression } from '../expression/guards/read-guard.ts';
import type { Cycle } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import type { Problem, Severity } from '../model/problem.ts';
import {
  type IndexedStage,
  lineage,
  listStages,
  type StageIndex,
  stagesIn,
} from '../statechart/structure/stage-index.ts';
import {
  beginsAt,
  eventTypeOf,
  type PlacedTransition,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../statechart/structure/transitions.ts';
import { type Placed, placeAll } from './placed.ts';

export interface ChartView {
  cycle: Cycle;
  stages: readonly IndexedStage[];
  index: StageIndex;
  transitions: ReadonlyMap<StageId, readonly PlacedTransition[]>;
  /** Transitions that hold in every stage. */
  everywhere: readonly PlacedTransition[];
  /** All of them in a row. */
  placed: Placed;
  /** What is in a container, at any depth, in document order. */
  inside: ReadonlyMap<StageId, readonly IndexedStage[]>;
  /** Null when it has none. */
  decisions: CompiledModel | null;
  /** Each text is read once; null when it is no expression. */
  expressionOf: (text: string) => Expression | null;
  /** The names that an expression looks at, also through decisions. */
  namesIn: (text: string | undefined) => ReadonlySet<string>;
}

/** What is no expression is told of elsewhere; here it is one that looks at nothing. */
const noNames: ReadonlySet<string> = new Set();

/** Each text is read once. */
function once<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const entry = known.get(text) ?? { value: read(text) };
    known.set(text, entry);
    return entry.value;
  };
}

function insideEach(stages: readonly IndexedStage[], index: StageIndex): ChartView['inside'] {
  const inside = new Map<StageId, IndexedStage[]>();
  for (const entry of stages) {
    for (const { id } of lineage(index, entry.id)) {
      if (id === entry.id) continue;
      const known = inside.get(id);
      if (known) known.push(entry);
      else inside.set(id, [entry]);
    }
  }
  return inside;
}

export function viewChart(cycle: Cycle): ChartView {
  const stages = listStages(cycle);
  const index = new Map(stages.map((entry) => [entry.id, entry]));
  const transitions = new Map(
    stages.map(({ id, stage, place }) => [id, transitionsOfStage(id, stage, place)]),
  );
  const everywhere = transitionsOfCycle(cycle);
  const hasDecisions = cycle.decisions !== undefined || cycle.types !== undefined;
  const decisions = hasDecisions ? compileCycleDecisions(cycle) : null;
  const own = decisionNames(cycle);
  const expressionOf = once((text) => readExpression(text, own));
  const namesIn = once((text) => new Set(namesBehind([...(expressionOf(text)?.names ?? [])], decisions)));
  return {
    cycle,
    stages,
    index,
    transitions,
    everywhere,
    placed: placeAll({ cycle, stages, transitions, everywhere }),
    inside: insideEach(stages, index),
    decisions,
    expressionOf,
    namesIn: (text) => (text === undefined ? noNames : namesIn(text)),
  };
}

/** Transitions of one event at one place: tried in order, the first whose guard holds is taken. */
export function branchesOf(transitions: readonly PlacedTransition[]): PlacedTransition[][] {
  const lists = new Map<string, PlacedTransition[]>();
  for (const placed of transitions) {
    const key = `${placed.trigger.kind} ${eventTypeOf(placed.trigger)}`;
    lists.set(key, [...(lists.get(key) ?? []), placed]);
  }
  return [...lists.values()];
}

/** Without those that stand after a branch that is always taken. */
export const liveTransitions = (transitions: readonly PlacedTransition[]): PlacedTransition[] =>
  branchesOf(transitions).flatMap((branches) => {
    const last = branches.findIndex(({ transition }) => transition.guard === undefined);
    return last < 0 ? branches : branches.slice(0, last + 1);
  });

const realStagesIn = ({ stage }: IndexedStage): StageId[] =>
  Object.entries(stagesIn(stage)).flatMap(([id, inner]) => (inner.type === 'history' ? [] : [id]));

export const isLeaf = ({ stage }: IndexedStage): boolean => stage.type !== 'history' && !('stages' in stage);
export const isAtomic = (entry: IndexedStage): boolean => isLeaf(entry) && entry.stage.type !== 'final';
export function isInside({ index }: ChartView, id: StageId, container: StageId): boolean {
  if (id === container) return false;
  for (let at = index.get(id)?.parent; at; at = index.get(at)?.parent) if (at === container) return true;
  return false;
}
/** What is in the container, at any depth, in document order. */
export const stagesInside = ({ inside }: ChartView, container: StageId): readonly IndexedStage[] =>
  inside.get(container) ?? [];

/** The stages that a stage's own entry makes active below it, with itself. */
function entersBelow(view: ChartView, id: StageId): StageId[] {
  const entry = view.index.get(id);
  if (!entry) return [];
  const { stage } = entry;
  if (stage.type === 'history') {
    const container = entry.parent === null ? undefined : view.index.get(entry.parent)?.stage;
    const initial = container && 'initial' in container ? [container.initial] : [];
    const first = stage.to === undefined ? initial : targetsOf(stage);
    if (first.length > 0) return [id, ...first.flatMap((start) => entersBelow(view, start))];
    return entry.parent === null ? [id] : [id, ...entersBelow(view, entry.parent)];
  }
  if (stage.type === 'parallel')
    return [id, ...realStagesIn(entry).flatMap((inner) => entersBelow(view, inner))];
  return 'initial' in stage ? [id, ...entersTogether(view, beginsAt(stage), id)] : [id];
}

/** The containers of a stage, and the other regions of those that are parallel; not above `top`. */
function entersAround(
  view: ChartView,
  id: StageId,
  top: StageId | null,
  beside: readonly StageId[],
): StageId[] {
  const line = lineage(view.index, id);
  const depthOfTop = line.findIndex((container) => container.id === top);
  return line.slice(0, depthOfTop < 0 ? line.length : depthOfTop + 1).flatMap((container, depth) => {
    if (container.stage.type !== 'parallel' || depth === 0) return [container.id];
    const others = realStagesIn(container).filter(
      (region) =>
        region !== line[depth - 1]?.id &&
        !beside.some((other) => other === region || isInside(view, other, region)),
    );
    return [container.id, ...others.flatMap((region) => entersBelow(view, region))];
  });
}

/** What becomes active when stages of different parts are entered at once; containers above `top` are active already. */
function entersTogether(view: ChartView, ids: readonly StageId[], top: StageId | null): StageId[] {
  return ids.flatMap((id) => {
    const below = entersBelow(view, id);
    // A history stage stands for the stages that it leads to, which may lie deeper than itself.
    const from = view.index.get(id)?.stage.type === 'history' ? below : [id];
    return [...below, ...from.flatMap((start) => entersAround(view, start, top, ids))];
  });
}

/** Everything that becomes active when the stages are entered; containers above `top` are active already. */
export const enters = (
  view: ChartView,
  ids: readonly StageId[],
  top: StageId | null = null,
): ReadonlySet<StageId> => new Set(entersTogether(view, ids, top));

export function nameOf(view: ChartView, id: StageId): string {
  const stage = view.index.get(id)?.stage;
  return `"${stage?.name ?? id}"`;
}

export interface Place {
  place: string;
  stage: string | null;
}

export const makeProblem = (code: string, severity: Severity, at: Place, message: string): Problem => ({
  code,
  severity,
  pointer: `/${at.place}`,
  stage: at.stage,
  message,
});

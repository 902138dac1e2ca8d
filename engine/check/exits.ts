// Where a plan can go from each stage that it can stand in: the ways that the rules on endings,
// waiting and loops look at.
import type { StageId } from '../model/ids.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import { targetsOf } from '../statechart/structure/transitions.ts';
import { type ChartView, enters, isInside, isLeaf, stagesInside } from './chart-view.ts';
import type { Exit, Reach } from './reachable.ts';

export interface Ways {
  /** The stages without stages inside: a plan always stands in one, or in several at once. */
  leaves: IndexedStage[];
  /** By leaf, innermost first, without those that hold everywhere. */
  exits: ReadonlyMap<StageId, readonly Exit[]>;
  everywhere: readonly Exit[];
}

/** The containers that are done once the final stage is active: its own, and parallels around it. */
function doneBy(view: ChartView, leaf: IndexedStage): StageId[] {
  if (leaf.stage.type !== 'final') return [];
  const done: StageId[] = [];
  for (const container of lineage(view.index, leaf.id).slice(1)) {
    if (done.length > 0 && container.stage.type !== 'parallel') break;
    done.push(container.id);
  }
  return done;
}

const leads = ({ transition }: Exit): boolean => transition.to !== undefined;

/** By parallel stage: the ways of its parts that lead out of it, and take all its parts along. */
function waysOut(view: ChartView, reach: Reach): ReadonlyMap<StageId, readonly Exit[]> {
  const out = new Map<StageId, Exit[]>();
  for (const exit of [...reach.exits.values()].flat().filter(leads)) {
    const { to } = exit.transition;
    for (const { id, stage } of lineage(view.index, exit.owner ?? '').slice(1)) {
      if (stage.type !== 'parallel' || to === undefined || isInside(view, to, id)) continue;
      out.set(id, [...(out.get(id) ?? []), exit]);
    }
  }
  return out;
}

export function waysOf(view: ChartView, reach: Reach): Ways {
  const out = waysOut(view, reach);
  const exitsOf = (leaf: IndexedStage): Exit[] => {
    const done = new Set(doneBy(view, leaf));
    const line = lineage(view.index, leaf.id);
    const own = line.flatMap(({ id }) =>
      (reach.exits.get(id) ?? []).filter(({ trigger }) => trigger.kind !== 'done' || done.has(id)),
    );
    return [...new Set([...own.filter(leads), ...line.flatMap(({ id }) => out.get(id) ?? [])])];
  };
  const leaves = view.stages.filter((entry) => reach.stages.has(entry.id) && isLeaf(entry));
  return {
    leaves,
    exits: new Map(leaves.map((leaf) => [leaf.id, exitsOf(leaf)])),
    everywhere: (reach.exits.get(null) ?? []).filter(leads),
  };
}

/** The innermost group that stays active while the transition is taken; null when it is the whole chart. */
export function stayingContainer(view: ChartView, { owner, transition }: Exit, to: StageId): StageId | null {
  if (owner === null) return null;
  const around = lineage(view.index, to).slice(1);
  const stays = around.find(
    ({ id, stage }) =>
      'initial' in stage && (isInside(view, owner, id) || (transition.internal === true && id === owner)),
  );
  return stays?.id ?? null;
}

/** Where history may lead besides where it begins: to whatever was active when its container was left. */
export function remembered(view: ChartView, to: StageId): StageId[] {
  const entry = view.index.get(to);
  if (entry?.stage.type !== 'history' || entry.parent === null) return [];
  const { parent } = entry;
  return stagesInside(view, parent).map(({ id }) => id);
}

/** The stages that a plan newly stands in after the transition. */
function leavesEntered(view: ChartView, exit: Exit): StageId[] {
  const targets = targetsOf(exit.transition);
  const [first] = targets;
  if (first === undefined) return [];
  const entered = [
    ...enters(view, targets, stayingContainer(view, exit, first)),
    ...targets.flatMap((to) => remembered(view, to)),
  ];
  return [...new Set(entered)].filter((id) => {
    const entry = view.index.get(id);
    return entry !== undefined && isLeaf(entry);
  });
}

/** Remembers what each transition enters: many stages share the transitions of their containers. */
export function leavesReader(view: ChartView): (exit: Exit) => StageId[] {
  const known = new Map<string, StageId[]>();
  return (exit) => {
    const found = known.get(exit.place) ?? leavesEntered(view, exit);
    known.set(exit.place, found);
    return found;
  };
}

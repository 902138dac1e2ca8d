// Where a plan can go from each stage that it can stand in: the ways that the rules on endings,
// waiting and loops look at.
import type { StageId } from '../model/ids.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { type ChartView, enters, isInside, isLeaf } from './chart-view.ts';
import { firing, type Reachable } from './reachable.ts';

/** A transition that can be taken while a stage is active. */
export interface Exit extends PlacedTransition {
  /** The stage that it belongs to; null when it holds everywhere. */
  owner: StageId | null;
}

const ownedBy = (view: ChartView, owner: StageId | null, active: Reachable): Exit[] =>
  firing(view, owner, active).map((placed) => ({ ...placed, owner }));

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

const leaves = ({ transition }: PlacedTransition): boolean => transition.to !== undefined;

/** Ways of regions beside it that take the whole parallel stage, and so this stage, elsewhere. */
function takenAlong(view: ChartView, leaf: StageId, active: Reachable): Exit[] {
  const parallels = lineage(view.index, leaf).filter(({ stage }) => stage.type === 'parallel');
  return parallels.flatMap(({ id: parallel }) =>
    [...active]
      .filter((stage) => isInside(view, stage, parallel))
      .flatMap((stage) => ownedBy(view, stage, active))
      .filter(({ transition: { to } }) => to !== undefined && !isInside(view, to, parallel)),
  );
}

/** Without those that hold everywhere. */
export function exitsOf(view: ChartView, leaf: IndexedStage, active: Reachable): Exit[] {
  const done = new Set(doneBy(view, leaf));
  const own = lineage(view.index, leaf.id).flatMap(({ id }) =>
    ownedBy(view, id, active).filter(({ trigger }) => trigger.kind !== 'done' || done.has(id)),
  );
  return [...own, ...takenAlong(view, leaf.id, active)].filter(leaves);
}

export const exitsEverywhere = (view: ChartView, active: Reachable): Exit[] =>
  ownedBy(view, null, active).filter(leaves);

/** The stages that a plan stands in after the transition. */
export function leavesEntered(view: ChartView, to: StageId): StageId[] {
  return [...enters(view, to)].filter((id) => {
    const entry = view.index.get(id);
    return entry !== undefined && isLeaf(entry);
  });
}

export interface Ways {
  leaves: IndexedStage[];
  exits: ReadonlyMap<StageId, readonly Exit[]>;
  everywhere: readonly Exit[];
}

export function waysOf(view: ChartView, active: Reachable): Ways {
  const found = view.stages.filter((entry) => active.has(entry.id) && isLeaf(entry));
  return {
    leaves: found,
    exits: new Map(found.map((leaf) => [leaf.id, exitsOf(view, leaf, active)])),
    everywhere: exitsEverywhere(view, active),
  };
}

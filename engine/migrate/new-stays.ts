// The stays of a plan in the new version: a stage that stands for an active one goes on with its stay, any other
// begins one without its entry actions.
import type { StageId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { StageMove } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import { lineage, type StageIndex } from '../statechart/structure/stage-index.ts';
import type { Passage } from './passage.ts';
import type { StageCarried } from './plan-migration.ts';
import type { Stay, Stays } from './stays.ts';

export interface NewStay extends Stay {
  stage: StageId;
  /** The stage of the old version that it stands for; null when it begins now. */
  from: StageId | null;
}

export interface NewStays {
  /** By stage of the new version. */
  stays: ReadonlyMap<StageId, NewStay>;
  /** Of the old version, with their containers. */
  active: ReadonlySet<StageId>;
  moves: StageMove;
  carried: StageCarried[];
  activations: number;
}

/** In document order, with their containers. */
export function activeIn(index: StageIndex, leaves: readonly StageId[]): StageId[] {
  const active = new Set(leaves.flatMap((id) => lineage(index, id).map((entry) => entry.id)));
  return [...index.keys()].filter((id) => active.has(id));
}

/** A plan whose history does not tell: what it holds does, or else nothing is younger than its last move. */
function stayOf(plan: Plan, stage: StageId, known: Stays): Stay {
  const timers = Object.values(plan.timers).filter(({ raises }) => !raises);
  const held = [...Object.values(plan.tasks), ...timers].find((one) => one.stage === stage);
  const stay = known.get(stage);
  if (stay && (!held || held.activation === stay.activation)) return stay;
  const openedAt = held && 'openedAt' in held ? held.openedAt : plan.movedAt;
  return { activation: held?.activation ?? plan.activations, since: openedAt };
}

interface Given {
  plan: Plan;
  known: Stays;
  /** Of the old version. */
  index: StageIndex;
  passage: Passage;
  /** Of the new version. */
  active: readonly StageId[];
  at: Instant;
}

export function newStays({ plan, known, index, passage, active, at }: Given): NewStays {
  const before = activeIn(index, plan.stage);
  const taken = new Map<StageId, StageId>();
  // A stage that is still there goes on itself, whatever else is put into it.
  const isStill = (id: StageId) => passage.stages.get(id)?.includes(id) === true;
  for (const from of [...before.filter(isStill), ...before.filter((id) => !isStill(id))]) {
    const targets = passage.stages.get(from) ?? [];
    const to = [from, ...targets].find((id) => targets.includes(id) && active.includes(id) && !taken.has(id));
    if (to !== undefined) taken.set(to, from);
  }
  let activations = plan.activations;
  const stays = new Map<StageId, NewStay>();
  for (const stage of active) {
    const from = taken.get(stage) ?? null;
    if (from === null) activations += 1;
    const stay = from === null ? { activation: activations, since: at } : stayOf(plan, from, known);
    stays.set(stage, { ...stay, stage, from });
  }
  const goesOn = new Set(taken.values());
  return {
    stays,
    active: new Set(before),
    moves: {
      left: before.filter((id) => !goesOn.has(id)).reverse(),
      entered: active.filter((id) => !taken.has(id)),
      transitions: [],
      asked: [],
    },
    carried: [...taken].flatMap(([to, from]) => (from === to ? [] : [{ from, to }])),
    activations,
  };
}

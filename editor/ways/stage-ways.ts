// How a plan can come from stage to stage, whatever its guards say: the shortest way to one, step by step. Pure.
import type { Cycle, StageId } from '../../engine/index.ts';
import { findStage, isContainer, isParallel, listStages, type PlacedStage } from '../document/stage-tree.ts';
import { listTransitions } from '../document/transitions.ts';

/** Came to the stage by a transition; none where the cycle begins, or where a container leads inside. */
export interface WayStep {
  stage: StageId;
  by: string | null;
}

/** Where a plan is when it has entered a stage: the stage, and the first ones inside. */
function enteredWith({ id, stage }: PlacedStage, cycle: Cycle): StageId[] {
  if (!isContainer(stage)) return [id];
  const inside = isParallel(stage) ? Object.keys(stage.stages) : [stage.initial];
  const entered = inside.flatMap((inner) => {
    const placed = findStage(cycle, inner);
    return placed ? enteredWith(placed, cycle) : [];
  });
  return [id, ...entered];
}

interface Line {
  from: StageId | null;
  to: StageId;
  by: string;
  /** Taken once what is inside has come to its end. */
  isWhenDone: boolean;
}

function linesOf(cycle: Cycle): Line[] {
  return listTransitions(cycle).flatMap(({ at, transition: { to, also = [] }, pointer, trigger }) =>
    (to === undefined ? also : [to, ...also]).map((target) => ({
      from: at.stage,
      to: target,
      by: pointer,
      isWhenDone: trigger.kind === 'onDone',
    })),
  );
}

/** What a plan in a stage can take: its own transitions, and those of all that is around it. */
function leavesBy(line: Line, stage: PlacedStage, parents: ReadonlyMap<StageId, StageId | null>): boolean {
  if (line.from === null) return stage.stage.type !== 'final' || stage.parent !== null;
  const around: StageId[] = [];
  for (let at: StageId | null = stage.id; at !== null; at = parents.get(at) ?? null) around.push(at);
  if (line.isWhenDone) return stage.stage.type === 'final' && stage.parent === line.from;
  return around.includes(line.from);
}

/** Every stage that can be come to, each with the step before it. */
function reach(cycle: Cycle): Map<StageId, { step: WayStep; before: StageId | null }> {
  const placed = new Map(listStages(cycle).map((each) => [each.id, each]));
  const parents = new Map([...placed].map(([id, { parent }]) => [id, parent]));
  const lines = linesOf(cycle);
  const found = new Map<StageId, { step: WayStep; before: StageId | null }>();
  const queue: StageId[] = [];
  const enter = (id: StageId, before: StageId | null, by: string | null) => {
    const stage = placed.get(id);
    for (const inner of stage ? enteredWith(stage, cycle) : []) {
      if (found.has(inner)) continue;
      found.set(inner, { step: { stage: inner, by }, before });
      queue.push(inner);
    }
  };
  enter(cycle.initial, null, null);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const stage = placed.get(id);
    if (!stage) continue;
    for (const line of lines) if (leavesBy(line, stage, parents)) enter(line.to, id, line.by);
  }
  return found;
}

/** Null when no transition leads there. */
export function shortestWayTo(cycle: Cycle, stage: StageId): WayStep[] | null {
  const found = reach(cycle);
  const steps: WayStep[] = [];
  for (
    let at = found.get(stage);
    at !== undefined;
    at = at.before === null ? undefined : found.get(at.before)
  )
    steps.unshift(at.step);
  return steps.length > 0 ? steps : null;
}

/** Whence transitions lead to a stage or into it. */
export function leadingTo(cycle: Cycle, stage: StageId): { from: StageId | null; by: string }[] {
  const inside = new Set(listStages(cycle).flatMap(({ id }) => (isWithin(cycle, id, stage) ? [id] : [])));
  return linesOf(cycle)
    .filter(({ from, to }) => inside.has(to) && (from === null || !inside.has(from)))
    .map(({ from, by }) => ({ from, by }));
}

function isWithin(cycle: Cycle, id: StageId, container: StageId): boolean {
  if (id === container) return true;
  const parent = findStage(cycle, id)?.parent ?? null;
  return parent !== null && isWithin(cycle, parent, container);
}

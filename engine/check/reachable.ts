// Which stages a plan can ever be in, and CYC-01: those that it cannot.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type IndexedStage, stagesIn } from '../statechart/structure/stage-index.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { type ChartView, enters, liveTransitions, makeProblem, nameOf } from './chart-view.ts';
import { taskOfEvent } from './tasks-of.ts';

export type Reachable = ReadonlySet<StageId>;

/** Can the container ever be done, so that its onDone is taken? */
export function canBeDone(view: ChartView, id: StageId, active: Reachable): boolean {
  const stage = view.index.get(id)?.stage;
  if (!stage) return false;
  if (stage.type === 'final') return active.has(id);
  const inner = Object.entries(stagesIn(stage));
  if (stage.type === 'parallel') {
    return inner.every(([region, { type }]) => type === 'history' || canBeDone(view, region, active));
  }
  return inner.some(([child, { type }]) => type === 'final' && active.has(child));
}

function canFire(
  view: ChartView,
  stage: StageId | null,
  placed: PlacedTransition,
  active: Reachable,
): boolean {
  const { trigger } = placed;
  if (trigger.kind === 'done') return stage !== null && canBeDone(view, stage, active);
  if (trigger.kind !== 'event') return true;
  const task = taskOfEvent(trigger.type);
  return task === null || holdersOf(view, task).some(({ id }) => active.has(id));
}

const holdersOf = (view: ChartView, task: string): IndexedStage[] =>
  view.stages.filter(({ stage }) => 'tasks' in stage && Object.hasOwn(stage.tasks ?? {}, task));

/** The transitions out of a stage that can fire at all; null asks for those that hold everywhere. */
export const firing = (view: ChartView, stage: StageId | null, active: Reachable): PlacedTransition[] =>
  liveTransitions(stage === null ? view.everywhere : (view.transitions.get(stage) ?? [])).filter((placed) =>
    canFire(view, stage, placed, active),
  );

export function reachableStages(view: ChartView): Reachable {
  const active = enters(view, view.cycle.initial);
  for (let before = -1; before !== active.size; ) {
    before = active.size;
    const targets = [null, ...active]
      .flatMap((stage) => firing(view, stage, active))
      .flatMap(({ transition }) => transition.to ?? []);
    for (const to of new Set(targets)) for (const id of enters(view, to)) active.add(id);
  }
  return active;
}

/** Only the outermost: what is inside an unreachable container goes with it. */
export const checkReachable = (view: ChartView, active: Reachable): Problem[] =>
  view.stages
    .filter(({ id, parent }) => !active.has(id) && (parent === null || active.has(parent)))
    .map(({ id, stage, place }) => {
      const message = `No transition leads to ${nameOf(view, id)}. Connect it or remove it.`;
      return makeProblem(
        'CYC-01',
        stage.type === 'history' ? 'warning' : 'error',
        { place, stage: id },
        message,
      );
    });

// The fix for a stage that nothing leads to: it goes with all that is inside it, and with their places on the canvas.
import type { Stage } from '../../model/cycle.ts';
import type { Fix } from '../../model/problem.ts';
import type { IndexedStage } from '../../statechart/structure/stage-index.ts';
import { targetsOf } from '../../statechart/structure/transitions.ts';
import { type ChartView, nameOf, stagesInside } from '../chart-view.ts';
import { transitionsAt } from '../places.ts';
import { remove } from './edits.ts';

/** Where a container begins, and a history stage that remembers nothing yet. */
function namedBy(stage: Stage): readonly string[] {
  if (stage.type === 'history') return [stage.to ?? [], stage.also ?? []].flat();
  return 'initial' in stage ? [stage.initial ?? [], stage.begin?.at ?? []].flat() : [];
}

/** Null where something else still names it, such as a transition that is never taken. */
export function removeStage(view: ChartView, { id, place }: IndexedStage): Fix | null {
  const gone = new Set([id, ...stagesInside(view, id).map((inner) => inner.id)]);
  const isNamed = (targets: readonly string[]): boolean => targets.some((target) => gone.has(target));
  const leads = transitionsAt(view).some(
    ({ stage, transition }) => (stage === null || !gone.has(stage)) && isNamed(targetsOf(transition)),
  );
  const begins = view.stages.some(({ id: other, stage }) => !gone.has(other) && isNamed(namedBy(stage)));
  if (leads || begins) return null;
  const placed = Object.keys(view.cycle.layout ?? {}).filter((stage) => gone.has(stage));
  return {
    title: `Remove ${nameOf(view, id)}`,
    commands: [remove(`/${place}`), ...placed.map((stage) => remove(`/layout/${stage}`))],
  };
}

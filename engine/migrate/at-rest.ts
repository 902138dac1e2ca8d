// Whether a plan would rest where a migration puts it. A migration takes no transition: where one that needs no
// event would be taken at once, the plan would be stuck until something else happens. What was so before already
// is no reason.
import type { StageId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { type ActiveTransition, activeTransitions } from '../statechart/active-transitions.ts';
import type { Chart } from '../statechart/chart/compiled-cycle.ts';
import type { Draft } from '../statechart/step/draft.ts';
import { evaluateIn } from '../statechart/step/evaluate-in.ts';
import { containerDoneBy } from '../statechart/structure/event-names.ts';
import { type StageIndex, stagesIn } from '../statechart/structure/stage-index.ts';

/** A container is done when its final stage is active, a parallel one when all its regions are done. */
function isDone(index: StageIndex, id: StageId, active: ReadonlySet<StageId>): boolean {
  const stage = index.get(id)?.stage;
  if (!stage || !active.has(id)) return false;
  if (stage.type === 'final') return true;
  const inner = Object.entries(stagesIn(stage)).filter(([, { type }]) => type !== 'history');
  if (inner.length === 0) return false;
  return stage.type === 'parallel'
    ? inner.every(([region]) => isDone(index, region, active))
    : inner.some(([child, { type }]) => type === 'final' && active.has(child));
}

function holds(draft: Draft, guard: string | undefined): boolean {
  if (guard === undefined) return true;
  const evaluated = evaluateIn(draft, guard);
  return evaluated.kind !== 'failed' && evaluated.sure && evaluated.json === true;
}

/** One that needs no event, or only that a container is done. */
function isAskedAtRest({ stage, trigger }: ActiveTransition, done: ReadonlySet<StageId>): boolean {
  switch (trigger.kind) {
    case 'always':
      return true;
    case 'done':
      return done.has(stage);
    case 'event':
      return done.has(containerDoneBy(trigger.type) ?? '');
    case 'timer':
      return false;
  }
}

interface Standing {
  chart: Chart;
  plan: Plan;
  draft: Draft;
  /** Active stages with their containers. */
  active: ReadonlySet<StageId>;
}

/** The transitions that would be taken without an event, each as a text; `nameOf` gives stages their new names. */
export function restless(standing: Standing, nameOf: (id: StageId) => StageId): ReadonlyMap<string, string> {
  const { chart, plan, draft, active } = standing;
  const done = new Set([...active].filter((id) => isDone(chart.index, id, active)));
  const ready = activeTransitions(chart, plan).filter(
    (one) => isAskedAtRest(one, done) && holds(draft, one.transition.guard),
  );
  return new Map(
    ready.map(({ stage, trigger, transition: { guard, to } }) => {
      const target = to === undefined ? '' : nameOf(to);
      const where = to === undefined ? `“${stage}” would act` : `“${stage}” leads on to “${to}”`;
      const when = guard === undefined ? '' : `, because the condition ${guard} holds`;
      return [JSON.stringify([nameOf(stage), trigger.kind, guard ?? '', target]), `${where}${when}`];
    }),
  );
}

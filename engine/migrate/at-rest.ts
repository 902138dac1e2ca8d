// Whether a plan would rest where a migration puts it. A migration takes no transition: where one that needs no
// event would be taken at once, the plan would be stuck until something else happens. What was so before already
// is no reason.
import type { StageId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { activeTransitions } from '../statechart/active-transitions.ts';
import type { Chart } from '../statechart/chart/compiled-cycle.ts';
import type { Draft } from '../statechart/step/draft.ts';
import { evaluateIn } from '../statechart/step/evaluate-in.ts';
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
  const ready = activeTransitions(chart, plan).filter(({ stage, trigger, transition }) => {
    if (trigger.kind !== 'always' && trigger.kind !== 'done') return false;
    if (trigger.kind === 'done' && !isDone(chart.index, stage, active)) return false;
    return holds(draft, transition.guard);
  });
  return new Map(
    ready.map(({ stage, trigger, transition: { guard, to } }) => {
      const target = to === undefined ? '' : nameOf(to);
      const where = to === undefined ? `“${stage}” would act` : `“${stage}” leads on to “${to}”`;
      const when = guard === undefined ? '' : `, because ${guard}`;
      return [JSON.stringify([nameOf(stage), trigger.kind, guard ?? '', target]), `${where}${when}`];
    }),
  );
}

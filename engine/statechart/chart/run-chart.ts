// A step's way through the chart, to its end or to the draft's fault: along a known walk, or with XState.
import { type ActorLogic, initialTransition, transition } from 'xstate';
import type { Plan } from '../../model/plan.ts';
import type { Draft } from '../step/draft.ts';
import { activeStages, type ChartSnapshot, restoreChart, saveChart } from './chart-state.ts';
import type { Chart } from './compiled-cycle.ts';
import { type ChartEvent, chartEvent, maxSteps } from './machine.ts';
import { grow, type Reception, type Rest } from './place.ts';
import { follow, type Trail, type Walk } from './walks.ts';

function walk<End>(
  chart: Chart,
  { start, draft }: { start: Walk<End>; draft: Draft },
  explore: (trail: Trail) => End | null,
): End | null {
  return follow(start, draft, { explore, grown: () => grow(chart.places) });
}

/** Null after a fault. */
export const enterChart = (chart: Chart, draft: Draft): Rest | null =>
  walk(chart, { start: chart.places.start, draft }, (trail) =>
    settle(chart, trail, () => initialTransition(chart.machine, { trail })[0]),
  );

/** Whether any transition that waits for the event lets it pass. */
export const hears = (chart: Chart, reception: Reception, { plan, draft }: Standing): boolean =>
  walk(chart, { start: reception.passes, draft }, (trail) =>
    restored(chart, plan, trail).can(chartEvent(trail.happenings[0])),
  ) ?? false;

/** A draft, and the plan as it was before it. */
interface Standing {
  plan: Plan;
  draft: Draft;
}

/** Null after a fault. */
export const moveChart = (chart: Chart, reception: Reception, { plan, draft }: Standing): Rest | null =>
  walk(chart, { start: reception.moves, draft }, (trail) => {
    const snapshot = restored(chart, plan, trail);
    return settle(
      chart,
      trail,
      () => transition(logicFrom(chart, snapshot), snapshot, chartEvent(trail.happenings[0]))[0],
    );
  });

function restored(chart: Chart, plan: Plan, trail: Trail): ChartSnapshot {
  const snapshot = restoreChart(chart, plan.chart, trail);
  if (!snapshot) throw new Error(`The place of ${plan.id} was found before and is not there now.`);
  return snapshot;
}

/**
 * XState makes a throwaway actor for each transition and starts the whole chart in it, which costs
 * more than the step itself. The logic given here lets that actor start where the plan already is.
 */
const logicFrom = ({ machine }: Chart, snapshot: ChartSnapshot): ActorLogic<ChartSnapshot, ChartEvent> => ({
  transition: machine.transition,
  getInitialSnapshot: () => snapshot,
  getPersistedSnapshot: machine.getPersistedSnapshot,
});

/** XState throws when a step does not come to rest; anything else it throws is a mistake of ours. */
function settle(chart: Chart, { draft }: Trail, run: () => ChartSnapshot): Rest | null {
  try {
    const snapshot = run();
    if (snapshot.status === 'error') throw snapshot.error;
    if (draft.fault) return null;
    return { stage: activeStages(chart, snapshot), chart: saveChart(chart, snapshot) };
  } catch (error) {
    if (!isEndless(error)) throw error;
    draft.fault ??= { code: 'too-many-steps', limit: maxSteps };
    return null;
  }
}

const isEndless = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Infinite loop detected');

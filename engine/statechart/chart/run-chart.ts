// XState's pure transitions, run to their end or to the draft's fault.
import { type ActorLogic, initialTransition, transition } from 'xstate';
import type { Draft } from '../step/draft.ts';
import type { ChartSnapshot } from './chart-state.ts';
import { type ChartEvent, type ChartMachine, maxSteps } from './machine.ts';

/** Null after a fault. */
export const enterChart = (machine: ChartMachine, draft: Draft): ChartSnapshot | null =>
  settle(draft, () => initialTransition(machine, { draft })[0]);

/**
 * XState makes a throwaway actor for each transition and starts the whole chart in it, which costs
 * more than the step itself. The logic given here lets that actor start where the plan already is.
 */
export function moveChart(
  machine: ChartMachine,
  snapshot: ChartSnapshot,
  event: ChartEvent,
  draft: Draft,
): ChartSnapshot | null {
  const logic: ActorLogic<ChartSnapshot, ChartEvent> = {
    transition: machine.transition,
    getInitialSnapshot: () => snapshot,
    getPersistedSnapshot: machine.getPersistedSnapshot,
  };
  return settle(draft, () => transition(logic, snapshot, event)[0]);
}

/** XState throws when a step does not come to rest; anything else it throws is a mistake of ours. */
function settle(draft: Draft, run: () => ChartSnapshot): ChartSnapshot | null {
  try {
    const snapshot = run();
    if (snapshot.status === 'error') throw snapshot.error;
    return draft.fault ? null : snapshot;
  } catch (error) {
    if (!isEndless(error)) throw error;
    draft.fault ??= { code: 'too-many-steps', limit: maxSteps };
    return null;
  }
}

const isEndless = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Infinite loop detected');

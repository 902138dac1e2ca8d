// The document with its undo: each change one step, a burst of typing one step, 200 steps.
// Selection and view are no part of it, so they are never a step.
import { createStore } from '@xstate/store';
import { undoRedo } from '@xstate/store/undo';
import type { Cycle } from '../../engine/index.ts';
import { applyCommand } from './apply-command.ts';
import type { Applied, Command } from './command.ts';

const historyLimit = 200;

interface Context {
  cycle: Cycle;
  /** The document as it was last saved. */
  saved: Cycle;
  /** Names the typing burst that made the last change. */
  burst: string | null;
}

export interface DocumentState {
  cycle: Cycle;
  isDirty: boolean;
  /** The last change is one of a burst, which may go on. */
  isBurst: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

export interface Steps {
  past: readonly Cycle[];
  future: readonly Cycle[];
}

export interface DocumentStore {
  get(): DocumentState;
  /** Changes with the same `burst`, one after another, are one step. */
  run(command: Command, burst?: string): Applied;
  undo(): void;
  redo(): void;
  markSaved(cycle: Cycle): void;
  /** What undo and redo would bring, in the order of time. */
  steps(): Steps;
  subscribe(listener: () => void): () => void;
}

const makeHistory = (initial: Cycle) => {
  const context: Context = { cycle: initial, saved: initial, burst: null };
  return createStore({
    context,
    on: {
      change: (before, event: { cycle: Cycle; burst: string | null }) => ({
        ...before,
        cycle: event.cycle,
        burst: event.burst,
      }),
      markSaved: (before, event: { cycle: Cycle }) => ({ ...before, saved: event.cycle }),
    },
  }).with(
    undoRedo({
      strategy: 'snapshot',
      historyLimit,
      skipEvent: (event, { context: before }) =>
        event.type === 'markSaved' || (event.burst !== null && event.burst === before.burst),
      restore: ({ current, next }) => ({ ...next, saved: current.saved, burst: null }),
    }),
  );
};

/** The history anew: each step is made again, and those that were undone are undone. */
function retrace(cycle: Cycle, { past, future }: Steps) {
  const [first = cycle, ...then] = [...past, cycle, ...future];
  const history = makeHistory(first);
  for (const next of then) history.trigger.change({ cycle: next, burst: null });
  for (const _ of future) history.trigger.undo();
  history.trigger.markSaved({ cycle });
  return history;
}

export function makeDocumentStore(initial: Cycle, steps: Steps = { past: [], future: [] }): DocumentStore {
  const history = retrace(initial, steps);
  const read = (): DocumentState => {
    const { context, past, future } = withHistory(history.getSnapshot());
    return {
      cycle: context.cycle,
      isDirty: context.cycle !== context.saved,
      isBurst: context.burst !== null,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    };
  };
  let state = read();
  history.subscribe(() => {
    state = read();
  });
  return {
    get: () => state,
    run: (command, burst) => {
      const result = applyCommand(state.cycle, command);
      if (result.kind === 'applied' && !isSame(result.cycle, state.cycle)) {
        history.trigger.change({ cycle: result.cycle, burst: burst ?? null });
      }
      return result;
    },
    undo: () => history.trigger.undo(),
    redo: () => history.trigger.redo(),
    markSaved: (cycle) => history.trigger.markSaved({ cycle }),
    steps: () => {
      const { past, future } = withHistory(history.getSnapshot());
      return { past: past.map(cycleOf), future: future.map(cycleOf) };
    },
    subscribe: (listener) => {
      const { unsubscribe } = history.subscribe(listener);
      return unsubscribe;
    },
  };
}

const isSame = (a: Cycle, b: Cycle): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

interface Step {
  snapshot: { context: Context };
}
const cycleOf = ({ snapshot }: Step): Cycle => snapshot.context.cycle;

/** The undo extension keeps its stacks in the snapshot and leaves them out of its type. */
const withHistory = <Snapshot extends object>(snapshot: Snapshot) => ({
  past: [] as Step[],
  future: [] as Step[],
  ...snapshot,
});

// One person's work on one draft: the document with its undo, its saving, and its copy in this browser. No React.
import { type ActorRefFrom, createActor, waitFor } from 'xstate';
import { type Cycle, formatCycle } from '../../engine/index.ts';
import { type DocumentStore, makeDocumentStore } from '../document/document-store.ts';
import { isSettled, makeAutosaveMachine, type SaveState, type Stored, toSaveState } from './autosave.ts';
import type { Shelf, Work } from './kept-work.ts';
import type { Keeping } from './save-words.ts';

export interface Given {
  cycle: Cycle;
  etag: string | null;
  shelf: Shelf;
  save: (cycle: Cycle, etag: string | null) => Promise<string | null>;
  read: () => Promise<Stored<Cycle>>;
  now: () => string;
}

export interface SessionState {
  save: SaveState;
  keeping: Keeping;
  /** What the drawing began from: the last that the server is known to have had. */
  base: Cycle;
  etag: string | null;
  theirs: Stored<Cycle> | null;
}

export interface DraftSession {
  store: DocumentStore;
  /** When the work was kept that was found here unsaved; null when there was none. */
  restoredFrom: string | null;
  /** Tells of every change of the state. */
  saving: ActorRefFrom<ReturnType<typeof makeAutosaveMachine<Cycle>>>;
  get(): SessionState;
  /** Saves now what waits. */
  flush(): Promise<void>;
  /** Goes on from what the server has now; each of `ways` is one step of undo, the last is what is drawn. */
  settle(ways: readonly Cycle[], stored: { document: Cycle; etag: string | null }): void;
  begin(): void;
  /** What waits is saved at once, also after the screen was left. */
  leave(): void;
}

export const isSameCycle = (a: Cycle, b: Cycle): boolean => a === b || formatCycle(a) === formatCycle(b);

/** What was kept counts when it goes beyond what the server has, or brings the undo of just that. */
function findWork({ shelf, cycle, etag }: Given): { work: Work; isUnsaved: boolean } | null {
  const work = shelf.read();
  if (!work) return null;
  const isUnsaved = !isSameCycle(work.cycle, work.base) && !isSameCycle(work.cycle, cycle);
  if (isUnsaved || work.etag === etag || isSameCycle(work.cycle, cycle)) return { work, isUnsaved };
  return null;
}

export function openDraftSession(given: Given): DraftSession {
  const { shelf, save, read, now } = given;
  const found = findWork(given);
  const work = found?.work ?? null;
  const store = makeDocumentStore(work?.cycle ?? given.cycle, work?.steps);
  const begun = found?.isUnsaved
    ? { base: found.work.base, etag: found.work.etag, unanswered: found.work.unanswered }
    : { base: store.get().cycle, etag: given.etag };
  const actor = createActor(makeAutosaveMachine<Cycle>({ save, read, isSame: isSameCycle, now }), {
    input: begun,
  });
  let keeping: Keeping = 'kept';
  let reported = store.get().cycle;
  let leaving = false;
  let hasBegun = false;
  /** Nothing is kept of a draft that was only looked at. */
  let isTouched = work !== null;
  const look = (): SessionState => {
    const snapshot = actor.getSnapshot();
    const { base, etag, theirs } = snapshot.context;
    return { save: toSaveState(snapshot), keeping, base, etag, theirs };
  };
  let state = look();

  const keep = (): void => {
    if (!isTouched) return;
    const { base, etag, unanswered } = actor.getSnapshot().context;
    const { cycle } = store.get();
    keeping = shelf.write({ keptAt: now(), cycle, base, etag, unanswered, steps: store.steps() });
  };
  const report = (): void => {
    const { cycle } = store.get();
    if (cycle === reported) return;
    reported = cycle;
    isTouched = true;
    actor.send({ type: 'changed', document: cycle });
  };
  actor.subscribe(() => {
    keep();
    state = look();
  });
  store.subscribe(report);
  const begin = (): void => {
    leaving = false;
    if (hasBegun) return;
    hasBegun = true;
    actor.start();
    if (found?.isUnsaved) {
      actor.send({ type: 'changed', document: store.get().cycle });
      actor.send({ type: 'flushed' });
    }
  };
  return {
    store,
    restoredFrom: found?.isUnsaved ? found.work.keptAt : null,
    saving: actor,
    get: () => state,
    flush: async () => {
      actor.send({ type: 'flushed' });
      await waitFor(actor, isSettled);
    },
    settle: (ways, { document, etag }) => {
      for (const cycle of ways) store.run({ type: 'take', cycle });
      // Only what goes beyond what the server has is left to be saved.
      actor.send({ type: 'rebased', base: document, etag });
    },
    begin,
    leave: () => {
      leaving = true;
      actor.send({ type: 'flushed' });
      void waitFor(actor, isSettled).then(() => {
        if (leaving) actor.stop();
      });
    },
  };
}

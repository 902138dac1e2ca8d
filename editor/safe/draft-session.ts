// One person's work on one draft: the document with its undo, its saving, and its copy in this browser. No React.
import { type ActorRefFrom, createActor, waitFor } from 'xstate';
import { type Cycle, formatCycle } from '../../engine/index.ts';
import { type DocumentStore, makeDocumentStore } from '../document/document-store.ts';
import { makeAutosaveMachine, type Stored } from './autosave.ts';
import type { Shelf, Work } from './kept-work.ts';
import { isSettled, type SaveState, toSaveState } from './save-state.ts';
import type { Keeping } from './save-words.ts';

export interface Given {
  cycle: Cycle;
  etag: string | null;
  /** Where this tab keeps its work. */
  shelf: Shelf;
  /** What tabs kept that are gone. */
  left: readonly Shelf[];
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
  /** When the work was drawn that was found here unsaved; null when there was none. */
  restoredFrom: string | null;
  /** When the latest was drawn of what else was found unsaved; it is found again at the next opening. */
  alsoFrom: string | null;
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

interface Found {
  shelf: Shelf;
  work: Work;
  isUnsaved: boolean;
}

/** What was kept counts when it goes beyond what the server has, or brings the undo of just that. */
function lookAt(shelf: Shelf, { cycle, etag }: Given): Found | null {
  const work = shelf.read();
  if (!work) return null;
  const isUnsaved = !isSameCycle(work.cycle, work.base) && !isSameCycle(work.cycle, cycle);
  if (isUnsaved || work.etag === etag || isSameCycle(work.cycle, cycle)) return { shelf, work, isUnsaved };
  return null;
}

/** One is gone on with: unsaved work before saved, the tab's own before another's, the latest before the others. */
function findWork(given: Given): { found: Found | null; others: Found[] } {
  const own = lookAt(given.shelf, given);
  const left = given.left
    .flatMap((shelf) => lookAt(shelf, given) ?? [])
    .toSorted((a, b) => b.work.drawnAt.localeCompare(a.work.drawnAt));
  const all = own ? [own, ...left] : left;
  const found = all.find(({ isUnsaved }) => isUnsaved) ?? all[0] ?? null;
  return { found, others: left.filter((each) => each !== found && each.isUnsaved) };
}

/** What is gone on with is this tab's from now on; of what the others left, only what is unsaved is worth its room. */
function takeOver({ shelf, left }: Given, found: Found | null, others: readonly Found[]): void {
  const isTaken = !found || found.shelf === shelf || shelf.write(found.work) === 'kept';
  const stays = new Set(others.map((each) => each.shelf));
  if (found && !isTaken) stays.add(found.shelf);
  for (const each of left) if (!stays.has(each)) each.clear();
}

export function openDraftSession(given: Given): DraftSession {
  const { shelf, save, read, now } = given;
  const { found, others } = findWork(given);
  takeOver(given, found, others);
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

  // Trying to save again draws nothing: of two tabs' work the later is what was drawn later.
  let drawnAt = work?.drawnAt ?? now();
  const keep = (): void => {
    if (!isTouched) return;
    const { base, etag, unanswered } = actor.getSnapshot().context;
    const { cycle } = store.get();
    keeping = shelf.write({ drawnAt, cycle, base, etag, unanswered, steps: store.steps() });
  };
  const report = (): void => {
    const { cycle } = store.get();
    if (cycle === reported) return;
    reported = cycle;
    isTouched = true;
    drawnAt = now();
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
    restoredFrom: found?.isUnsaved ? found.work.drawnAt : null,
    alsoFrom: others[0]?.work.drawnAt ?? null,
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

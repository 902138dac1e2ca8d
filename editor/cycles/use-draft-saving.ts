// Holds the draft while it is drawn: saves it by itself, asks when somebody else was first, keeps it until it is saved.
import { useQueryClient } from '@tanstack/react-query';
import { useSelector } from '@xstate/react';
import { useEffect, useState } from 'react';
import { createActor, waitFor } from 'xstate';
import type { Cycle } from '../../engine/index.ts';
import { readDraft, writeDraft } from '../app/api/cycle-queries.ts';
import { nowInstant } from '../app/words/due.ts';
import { isSettled, makeAutosaveMachine, type SaveState, toSaveState } from './autosave.ts';

export interface DraftSaving {
  state: SaveState;
  change: (cycle: Cycle) => void;
  /** Saves now what waits; used before publishing. */
  flush: () => Promise<void>;
  keepMine: () => Promise<void>;
}

const machine = makeAutosaveMachine<Cycle>({
  save: async (cycle, etag) => (await writeDraft(cycle, etag)).etag,
  now: nowInstant,
});

/** The actor belongs to the screen and not to one rendering of it: what waits is saved even after the screen was left. */
const startSaving = (etag: string | null) => createActor(machine, { input: { etag } }).start();

export function useDraftSaving(cycleId: string, etag: string | null): DraftSaving {
  const [actor] = useState(() => startSaving(etag));
  const kind = useSelector(actor, ({ value }) => value);
  const client = useQueryClient();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kind !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [kind]);
  useEffect(
    () => () => {
      // Leaving the screen: what waits is saved at once, not after the pause.
      actor.send({ type: 'flushed' });
      void client.invalidateQueries({ queryKey: ['cycles', 'list'] });
    },
    [actor, client],
  );
  const settle = async (): Promise<void> => void (await waitFor(actor, isSettled));
  return {
    state: toSaveState(actor.getSnapshot()),
    change: (document) => actor.send({ type: 'changed', document }),
    flush: () => {
      actor.send({ type: 'flushed' });
      return settle();
    },
    keepMine: async () => {
      actor.send({ type: 'mine.kept', etag: (await readDraft(cycleId)).etag ?? '' });
      await settle();
    },
  };
}

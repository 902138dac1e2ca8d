// Holds the draft while it is drawn: saves it by itself, asks when somebody else was first, keeps it until it is saved.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { readDraft, writeDraft } from '../app/api/cycle-queries.ts';
import { nowInstant } from '../app/words/due.ts';
import { type Autosave, makeAutosave, type SaveState } from './autosave.ts';

export interface DraftSaving {
  state: SaveState;
  change: (cycle: Cycle) => void;
  flush: () => Promise<void>;
  keepMine: () => Promise<void>;
}

export function useDraftSaving(cycleId: string, etag: string | null): DraftSaving {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const client = useQueryClient();
  const autosave = useRef<Autosave<Cycle> | null>(null);
  const made = (): Autosave<Cycle> => {
    autosave.current ??= makeAutosave<Cycle>({
      etag,
      save: async (cycle, seen) => (await writeDraft(cycle, seen)).etag,
      now: nowInstant,
      onState: setState,
    });
    return autosave.current;
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.current && state.kind !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.kind]);
  useEffect(
    () => () => {
      // Leaving the screen: what waits is saved at once, not after the pause.
      void autosave.current?.flush();
      void client.invalidateQueries({ queryKey: ['cycles', 'list'] });
    },
    [client],
  );
  return {
    state,
    change: (cycle) => made().change(cycle),
    flush: () => made().flush(),
    keepMine: async () => made().keepMine((await readDraft(cycleId)).etag ?? ''),
  };
}

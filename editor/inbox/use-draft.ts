// A form's draft: begun from the plan or from what was typed before, kept within a second of typing.
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { forgetDraft, keepDraft, readDraft } from './draft-store.ts';

const idleMs = 500;

export interface DraftState<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  /** When it was kept last; null: nothing was typed yet; 'refused': this browser keeps nothing. */
  saved: string | null;
  forget: () => void;
}

export function useDraft<Draft extends object>(taskId: string, begin: () => Draft): DraftState<Draft> {
  const person = useMe().id;
  const [{ draft, saved }, set] = useState<{ draft: Draft; saved: string | null }>(() => {
    const before = readDraft(localStorage, person, taskId);
    return { draft: { ...begin(), ...before?.draft }, saved: before?.savedAt ?? null };
  });
  const dirty = useRef(false);
  useEffect(() => {
    if (!dirty.current) return;
    const keep = () => {
      const savedAt = nowInstant();
      const kept = keepDraft(localStorage, { person, task: taskId, kept: { savedAt, draft } });
      dirty.current = false;
      set((state) => ({ ...state, saved: kept ? savedAt : 'refused' }));
    };
    const timer = setTimeout(keep, idleMs);
    return () => {
      clearTimeout(timer);
      // Leaving the task within the half second must not lose the last words.
      if (dirty.current)
        keepDraft(localStorage, {
          person,
          task: taskId,
          kept: { savedAt: nowInstant(), draft },
        });
    };
  }, [draft, person, taskId]);
  const change = (patch: Partial<Draft>) => {
    dirty.current = true;
    set((state) => ({ ...state, draft: { ...state.draft, ...patch } }));
  };
  const forget = () => {
    dirty.current = false;
    forgetDraft(localStorage, person, taskId);
  };
  return { draft, change, saved, forget };
}

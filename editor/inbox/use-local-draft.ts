// The draft of a form that no task has: kept on this computer, for the person and what it is for, until it is sent.
import { useRef, useState } from 'react';
import { useMe } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { forgetDraft, keepDraft, readDraft } from './draft-store.ts';
import { useKeeper } from './keeper.ts';
import type { Saved } from './saved-words.ts';

export interface LocalDraft<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  saved: Saved;
  /** It was sent, or is discarded. */
  forget: () => void;
}

/** `purpose` names what is written and for what, such as `feedback.request.7`. */
export function useLocalDraft<Draft extends object>(purpose: string, begin: () => Draft): LocalDraft<Draft> {
  const person = useMe().id;
  const [start] = useState(() => readDraft(localStorage, person, purpose));
  const [draft, setDraft] = useState<Draft>(() => ({ ...begin(), ...start?.draft }));
  const [saved, setSaved] = useState<Saved>(start && { kind: 'waiting', at: start.savedAt });
  const latest = useRef(draft);
  const keep = (): Saved => {
    const kept = { savedAt: nowInstant(), draft: latest.current, revision: 0, sent: false };
    const isKept = keepDraft(localStorage, { person, task: purpose, kept });
    return isKept ? { kind: 'waiting', at: kept.savedAt } : { kind: 'refused' };
  };
  // With each letter, since a tab that dies tells nobody; said once the writer pauses.
  const keeper = useKeeper(() => setSaved(keep()));
  return {
    draft,
    saved,
    change: (patch) => {
      latest.current = { ...latest.current, ...patch };
      setDraft(latest.current);
      keep();
      keeper.typed();
    },
    forget: () => {
      keeper.drop();
      forgetDraft(localStorage, person, purpose);
    },
  };
}

// The draft of a form that no task has: kept on this computer, for the person and what it is for, until it is sent.
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useMe } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { forgetDraft, keepDraft, pauseMs, readDraft } from './draft-store.ts';
import type { Saved } from './saved-words.ts';
import { sendOnce } from './send-once.ts';

export interface LocalDraft<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  saved: Saved;
  /** Counts once however often it is tried; what was taken is forgotten, also when the form was left meanwhile. */
  send: <Answer>(wish: (key: string) => Promise<Answer>) => Promise<Answer>;
  /** It is discarded. */
  forget: () => void;
}

/** `purpose` names what is written and for what, such as `feedback.request.7`. */
export function useLocalDraft<Draft extends object>(purpose: string, begin: () => Draft): LocalDraft<Draft> {
  const person = useMe().id;
  const [start] = useState(() => readDraft(localStorage, person, purpose));
  const [draft, setDraft] = useState<Draft>(() => ({ ...begin(), ...start?.draft }));
  const [saved, setSaved] = useState<Saved>(start && { kind: 'waiting', at: start.savedAt });
  const latest = useRef(draft);
  const key = useRef(start?.key ?? null);
  const keep = (): Saved => {
    const kept = { savedAt: nowInstant(), draft: latest.current, revision: 0, sent: false, key: key.current };
    const isKept = keepDraft(localStorage, { person, task: purpose, kept });
    return isKept ? { kind: 'waiting', at: kept.savedAt } : { kind: 'refused' };
  };
  // With each letter, since a tab that dies tells nobody; said once the writer pauses.
  const sayOnPause = useDebouncedCallback(() => setSaved(keep()), pauseMs);
  const forget = () => {
    sayOnPause.cancel();
    forgetDraft(localStorage, person, purpose);
  };
  const keptKey = {
    read: () => key.current,
    keep: (next: string | null) => {
      key.current = next;
      keep();
    },
  };
  return {
    draft,
    saved,
    change: (patch) => {
      latest.current = { ...latest.current, ...patch };
      setDraft(latest.current);
      keep();
      sayOnPause();
    },
    send: async (wish) => {
      const answer = await sendOnce(keptKey, wish);
      forget();
      return answer;
    },
    forget,
  };
}

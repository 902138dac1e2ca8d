// A form's draft: begun from the plan or from what was typed before, here or on another device; kept on this computer
// with each letter, since a tab that dies tells nobody, and sent to the server within a second of typing.
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import { tellSignedOut } from '../app/api/signed-out.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { type Beginning, beginFrom, forgetDraft, keepDraft, pauseMs, readDraft } from './draft-store.ts';
import { type DraftSync, makeDraftSync, type ServerDraft, type SyncState } from './draft-sync.ts';
import type { Saved } from './saved-words.ts';
import { OnWritten, OwnDraft, readOwnDraft, saveOwnDraft } from './task-drafts.ts';

const retryMs = 5_000;

export interface Elsewhere {
  savedAt: string;
  take: () => void;
  keepMine: () => void;
}
export interface DraftState<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  /** Null: nothing was typed yet. */
  saved: Saved;
  /** The task was written in on another device meanwhile. */
  elsewhere: Elsewhere | null;
  forget: () => void;
  /** Saves nothing more while the task is being done; settles once the save under way is answered. */
  pause: () => Promise<void>;
  resume: () => void;
}

const savedAtFirst = ({ savedAt, unsent }: Beginning): Saved =>
  savedAt === null ? null : { kind: unsent ? 'waiting' : 'sent', at: savedAt };

function toSaved(state: SyncState, before: Saved, kept: boolean): Saved {
  if (state.kind === 'sent') return { kind: 'sent', at: state.at };
  if (!kept) return { kind: 'refused' };
  return before?.kind === 'refused' ? before : { kind: 'waiting', at: before?.at ?? nowInstant() };
}

const afterAWhile = (work: () => void): (() => void) => {
  const timer = setTimeout(work, retryMs);
  window.addEventListener('online', work, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('online', work);
  };
};

export function useDraft<Draft extends object>(taskId: string, begin: () => Draft): DraftState<Draft> {
  const person = useMe().id;
  const client = useQueryClient();
  const own = useContext(OwnDraft);
  const onWritten = useContext(OnWritten);
  const [start] = useState(() => beginFrom(readDraft(localStorage, person, taskId), own));
  const [draft, setDraft] = useState<Draft>(() => ({ ...begin(), ...start.content }));
  const [saved, setSaved] = useState<Saved>(() => savedAtFirst(start));
  const [other, setOther] = useState<ServerDraft | null>(start.other);
  const latest = useRef(draft);
  const revision = useRef(start.revision);
  const sync = useRef<DraftSync | null>(null);
  const sending = useRef<string | null>(null);

  const keepHere = (sent: boolean): boolean =>
    keepDraft(localStorage, {
      person,
      task: taskId,
      kept: {
        savedAt: nowInstant(),
        draft: latest.current,
        revision: revision.current,
        sent,
        sending: sending.current,
      },
    });
  const pushOnPause = useDebouncedCallback(() => {
    if (other === null) sync.current?.push(latest.current);
  }, pauseMs);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one line to the server for as long as the task is open.
  useEffect(() => {
    const made = makeDraftSync(
      {
        save: (content, base) => {
          sending.current = JSON.stringify(content);
          keepHere(false);
          return saveOwnDraft(taskId, content, base);
        },
        read: () => readOwnDraft(taskId),
        later: afterAWhile,
        report: (state) => {
          if (state.kind === 'sent') {
            revision.current = state.revision;
            sending.current = null;
          }
          const kept = keepHere(state.kind === 'sent' && !pushOnPause.isPending());
          if (state.kind === 'elsewhere') setOther(state.other);
          if (state.kind === 'signed-out') tellSignedOut(client);
          setSaved((before) => toSaved(state, before, kept));
        },
      },
      start.revision,
    );
    sync.current = made;
    if (start.unsent && start.other === null) made.push(latest.current);
    return () => made.stop();
  }, [taskId]);

  const set = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  const goOn = (from: ServerDraft) => {
    setOther(null);
    revision.current = from.revision;
    sync.current?.goOnFrom(from.revision);
  };
  return {
    draft,
    saved,
    change: (patch) => {
      onWritten();
      set({ ...latest.current, ...patch });
      if (!keepHere(false)) setSaved({ kind: 'refused' });
      pushOnPause();
    },
    elsewhere: other && {
      savedAt: other.savedAt,
      take: () => {
        set({ ...latest.current, ...other.content });
        pushOnPause.cancel();
        goOn(other);
        sync.current?.push(latest.current);
      },
      keepMine: () => {
        goOn(other);
        sync.current?.push(latest.current);
      },
    },
    pause: async () => sync.current?.pause(),
    resume: () => sync.current?.resume(),
    forget: () => {
      pushOnPause.cancel();
      sync.current?.stop();
      forgetDraft(localStorage, person, taskId);
    },
  };
}

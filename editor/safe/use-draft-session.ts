// The work on a draft as a screen has it: begun when it is shown, left when it is not, gone on with when the network
// is back or somebody has signed in again.
import { useQueryClient } from '@tanstack/react-query';
import { useSelector } from '@xstate/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { readDraft, writeDraft } from '../app/api/cycle-queries.ts';
import { RequestError } from '../app/api/request.ts';
import { tellSignedOut, useSignedOut } from '../app/api/signed-out.ts';
import { useBeforeSignOut } from '../app/parts/before-sign-out.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import type { Stored } from './autosave.ts';
import { type DraftSession, openDraftSession, type SessionState } from './draft-session.ts';
import { openShelf, shelvesBeside } from './kept-work.ts';
import type { Tab } from './tab.ts';

async function readStored(id: string): Promise<Stored<Cycle>> {
  try {
    const { body, etag } = await readDraft(id);
    return { document: body, etag };
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return { document: null, etag: null };
    throw error;
  }
}

const shelvesOf = (place: { person: string; cycleId: string }, tab: Tab) => ({
  shelf: openShelf(place, tab.id),
  left: shelvesBeside(place, (other) => other !== tab.id && !tab.isOpen(other)),
});

export interface DraftWork {
  session: DraftSession;
  state: SessionState;
  cycle: Cycle;
}

export function useDraftSession(start: Cycle, etag: string | null, tab: Tab): DraftWork {
  const person = useMe().id;
  const [session] = useState(() =>
    openDraftSession({
      cycle: start,
      etag,
      ...shelvesOf({ person, cycleId: start.id }, tab),
      save: async (cycle, seen) => (await writeDraft(cycle, seen)).etag,
      read: () => readStored(start.id),
      now: nowInstant,
    }),
  );
  const state = useSelector(session.saving, () => session.get());
  const { cycle } = useSyncExternalStore(session.store.subscribe, session.store.get);
  const client = useQueryClient();
  useEffect(() => {
    session.begin();
    return () => {
      session.leave();
      void client.invalidateQueries({ queryKey: ['cycles', 'list'] });
    };
  }, [session, client]);
  useGoOn(session, state);
  return { session, state, cycle };
}

function useGoOn(session: DraftSession, { save, keeping }: SessionState): void {
  const client = useQueryClient();
  const isSignedOut = useSignedOut();
  useBeforeSignOut(() => session.flush());
  const { kind } = save;
  useEffect(() => {
    if (kind === 'signed-out') tellSignedOut(client);
  }, [kind, client]);
  useEffect(() => {
    if (!isSignedOut) return;
    return () => void session.flush();
  }, [isSignedOut, session]);
  useEffect(() => {
    const goOn = () => void session.flush();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [session]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kind !== 'saved' && keeping !== 'kept') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [kind, keeping]);
}

// What others save while the page is open: a page without changes of its own takes it, and says so.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readDraft } from '../app/api/cycle-queries.ts';
import { type DraftSaved, savedKey } from '../app/api/live-feed.ts';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import type { DraftSession, SessionState } from './draft-session.ts';

export const tagOf = ({ etag }: DraftSaved): string => `"${etag}"`;

export function useLastSaved(cycleId: string): DraftSaved | null {
  const { data } = useQuery<DraftSaved | null>({
    queryKey: savedKey(cycleId),
    queryFn: () => null,
    enabled: false,
  });
  return data ?? null;
}

async function takeTheirs(session: DraftSession, cycleId: string, name: string): Promise<void> {
  const { body, etag } = await readDraft(cycleId);
  // Something may have been drawn, or saved, while it was read.
  const now = session.get();
  if (now.save.kind !== 'saved' || now.etag === etag) return;
  session.settle([body], { document: body, etag });
  told(t('{name} saved this draft, and this page shows it. Undo brings back how it was.', { name }));
}

export function useOthersSaves(
  session: DraftSession,
  state: SessionState,
  cycleId: string,
): DraftSaved | null {
  const last = useLastSaved(cycleId);
  const isNews = last !== null && state.save.kind === 'saved' && state.etag !== tagOf(last);
  const name = last?.by.name ?? '';
  useEffect(() => {
    // Should it not be readable now, saving meets the same difference later.
    if (isNews) void takeTheirs(session, cycleId, name).catch(() => undefined);
  }, [isNews, session, cycleId, name]);
  return last;
}

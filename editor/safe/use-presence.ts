// Who else has the draft open: told and asked every few seconds while somebody sits before the page.
import { useIdle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { ask, newKey } from '../app/api/request.ts';
import type { Present } from '../app/api/wire.ts';

const every = 5_000;
const editsFor = 15_000;
/** Whoever left the desk is not there, and their sign-in may end. */
const awayAfter = 5 * 60_000;

/** True from a change of the drawing until a while after the last. */
function useIsEditing(cycle: Cycle): boolean {
  const [shown, setShown] = useState(cycle);
  useEffect(() => {
    if (cycle === shown) return;
    const settle = setTimeout(() => setShown(cycle), editsFor);
    return () => clearTimeout(settle);
  }, [cycle, shown]);
  return cycle !== shown;
}

export function usePresence(cycle: Cycle): readonly Present[] {
  const [page] = useState(newKey);
  const editing = useIsEditing(cycle);
  const away = useIdle(awayAfter, { initialState: false });
  const path = `/api/v1/cycles/${encodeURIComponent(cycle.id)}/presence/${page}`;
  const { data } = useQuery({
    queryKey: ['presence', cycle.id, page, editing],
    queryFn: async ({ signal }) =>
      (await ask<{ others: Present[] }>(path, { method: 'PUT', body: { editing }, signal })).body.others,
    enabled: !away,
    refetchInterval: every,
    placeholderData: (before) => before,
    retry: false,
  });
  useEffect(() => {
    const leave = () =>
      void fetch(path, {
        method: 'DELETE',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: '{}',
        // Nobody is there any more to be told.
      }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [path]);
  return data ?? [];
}

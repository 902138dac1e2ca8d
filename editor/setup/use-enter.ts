// After a sign-in: who this is, read anew, and on to where the person wanted to go.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { meQuery } from '../app/api/session-queries.ts';
import { safeNext } from './safe-next.ts';

export function useEnter(): (next?: string) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async (next) => {
    client.removeQueries();
    await client.fetchQuery(meQuery);
    router.history.push(safeNext(next));
  };
}

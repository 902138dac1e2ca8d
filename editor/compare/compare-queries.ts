// The two documents that are compared. The draft is read anew whenever somebody saves it.
import { queryOptions } from '@tanstack/react-query';
import { cycleVersionQuery, readDraft } from '../app/api/cycle-queries.ts';
import type { VersionName } from './version-name.ts';

/** Published versions never change. The draft's key is below the list of versions: what makes that stale makes it stale. */
export const documentQuery = (id: string, version: VersionName) =>
  queryOptions({
    queryKey: ['cycles', version === 'draft' ? 'versions' : 'documents', id, version],
    queryFn: async ({ client }) =>
      version === 'draft'
        ? (await readDraft(id)).body
        : (await client.ensureQueryData(cycleVersionQuery(id, version))).cycle,
    ...(version === 'draft' ? {} : { staleTime: Number.POSITIVE_INFINITY }),
  });

// What runs the server: read and changed by administrators.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import { ask, get, post, type Query, withQuery } from '../app/api/request.ts';
import type {
  ApiKey,
  AuditLine,
  AuditTerms,
  Backup,
  Features,
  MadeApiKey,
  NewApiKey,
  Page,
  PlansKept,
  Retention,
  RetentionCounts,
  System,
} from '../app/api/wire.ts';

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => getAll<ApiKey>('/api-keys', {}, 1_000),
});
export const makeKey = (wish: NewApiKey) => post<MadeApiKey>('/api-keys', wish);
export const revokeKey = (id: string) => post<ApiKey>(`/api-keys/${encodeURIComponent(id)}/revoke`);

export const auditQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditLine>>('/audit', { ...filter, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
export const auditTermsQuery = queryOptions({
  queryKey: ['audit', 'terms'],
  queryFn: ({ signal }) => get<AuditTerms>('/audit/terms', {}, signal),
});
export const auditFile = (filter: Query): string => withQuery('/api/v1/audit/csv', filter);

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => get<System>('/system', {}, signal),
  refetchInterval: 15_000,
});
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: async ({ signal }) => (await get<{ items: Backup[] }>('/backups', {}, signal)).items,
});
export const makeBackup = () => post<Backup>('/backups');
export const backupFile = (name: string): string => `/api/v1/backups/${encodeURIComponent(name)}/file`;
export const removeBackup = (name: string) =>
  ask(`/api/v1/backups/${encodeURIComponent(name)}`, { method: 'DELETE' });
export const auditChainQuery = queryOptions({
  queryKey: ['audit', 'chain'],
  queryFn: ({ signal }) => get<{ lines: number; firstBroken: number | null }>('/audit/chain', {}, signal),
});

export const featuresQuery = queryOptions({
  queryKey: ['features'],
  queryFn: ({ signal }) => get<Features>('/features', {}, signal),
});
export const setFeatures = async (wish: Features): Promise<Features> =>
  (await ask<Features>('/api/v1/features', { method: 'PUT', body: wish })).body;

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => get<Retention>('/retention', {}, signal),
});
/** Under a key of its own: setting how long the rest is kept changes nothing of it. */
export const plansKeptQuery = queryOptions({
  queryKey: ['retention-of-plans'],
  queryFn: ({ signal }) => get<PlansKept>('/retention/plans', {}, signal),
});
/** How much would go now if it were kept so long. */
export const goingQuery = (wish: Retention) =>
  queryOptions({
    queryKey: ['retention', 'going', wish],
    queryFn: () => post<RetentionCounts>('/retention/preview', wish),
    staleTime: 10_000,
  });
export const setRetention = (wish: Retention) =>
  ask<Retention>('/api/v1/retention', { method: 'PUT', body: wish });

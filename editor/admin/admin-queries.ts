// What runs the server: read and changed by administrators.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import { get, post, type Query, withQuery } from '../app/api/request.ts';
import type { ApiKey, AuditLine, AuditTerms, MadeApiKey, NewApiKey, Page } from '../app/api/wire.ts';

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

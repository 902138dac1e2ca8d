// What runs the server: read and changed by administrators.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import { post } from '../app/api/request.ts';
import type { ApiKey, MadeApiKey, NewApiKey } from '../app/api/wire.ts';

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => getAll<ApiKey>('/api-keys', {}, 1_000),
});
export const makeKey = (wish: NewApiKey) => post<MadeApiKey>('/api-keys', wish);
export const revokeKey = (id: string) => post<ApiKey>(`/api-keys/${encodeURIComponent(id)}/revoke`);

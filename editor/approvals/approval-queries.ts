// Requests to publish, and whether the organisation wants them.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import { get } from '../app/api/request.ts';
import type { PublishRequest, PublishRequestDetail, Settings } from '../app/api/wire.ts';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => get<Settings>('/settings'),
});
export const waitingRequestsQuery = queryOptions({
  queryKey: ['publish-requests', 'waiting'],
  queryFn: () => getAll<PublishRequest>('/publish-requests', { state: 'waiting' }),
});
export const publishRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['publish-requests', 'one', id],
    queryFn: () => get<PublishRequestDetail>(`/publish-requests/${encodeURIComponent(id)}`),
  });

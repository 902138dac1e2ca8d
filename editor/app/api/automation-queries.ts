// What comes in and what goes out: sources, subscriptions, deliveries.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import type { Delivery, Source, Subscription } from './wire.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: () => getAll<Source>('/sources', {}, 500),
});
export const subscriptionsQuery = queryOptions({
  queryKey: ['subscriptions'],
  queryFn: () => getAll<Subscription>('/subscriptions', {}, 500),
});
export const deliveriesQuery = (filter: { state?: string; subscriptionId?: string }) =>
  queryOptions({
    queryKey: ['deliveries', filter],
    queryFn: () => getAll<Delivery>('/deliveries', filter, 500),
  });

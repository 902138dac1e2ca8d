// What comes in and what goes out: sources, subscriptions, deliveries.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { Delivery, DeliveryAttempt, EventType, Source, Subscription } from './wire.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: () => getAll<Source>('/sources', {}, 500),
});
export const subscriptionsQuery = queryOptions({
  queryKey: ['subscriptions'],
  queryFn: () => getAll<Subscription>('/subscriptions', {}, 500),
});
export const deliveriesQuery = (
  filter: Record<'state' | 'subscriptionId' | 'eventType', string | undefined>,
) =>
  queryOptions({
    queryKey: ['deliveries', filter],
    queryFn: () => getAll<Delivery>('/deliveries', filter, 500),
  });
export const attemptsQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['deliveries', 'attempts', deliveryId],
    queryFn: async ({ signal }) =>
      (
        await get<{ items: DeliveryAttempt[] }>(
          `/deliveries/${encodeURIComponent(deliveryId)}/attempts`,
          {},
          signal,
        )
      ).items,
  });
export const eventTypesQuery = queryOptions({
  queryKey: ['event-types'],
  queryFn: async ({ signal }) => (await get<{ items: EventType[] }>('/event-types', {}, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

// The organisation: components, people, goals, measures, observations.
import { queryOptions } from '@tanstack/react-query';
import type { Component, Goal, Measure, Observation, Person } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { get } from './request.ts';

export const componentsQuery = queryOptions({
  queryKey: ['components', 'list'],
  queryFn: () => getAll<Component>('/components'),
  staleTime: 60_000,
});
export const componentQuery = (id: string) =>
  queryOptions({
    queryKey: ['components', 'one', id],
    queryFn: () => get<Component>(`/components/${encodeURIComponent(id)}`),
  });
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => getAll<Person>('/people'),
  staleTime: 60_000,
});
export const goalsQuery = (componentId?: string) =>
  queryOptions({
    queryKey: ['goals', componentId ?? 'all'],
    queryFn: () => getAll<Goal>('/goals', { componentId }),
  });
export const measuresQuery = (componentId?: string) =>
  queryOptions({
    queryKey: ['measures', componentId ?? 'all'],
    queryFn: () => getAll<Measure>('/measures', { componentId }),
  });
export const observationsQuery = (componentId: string) =>
  queryOptions({
    queryKey: ['observations', componentId],
    queryFn: () => getAll<Observation>('/observations', { componentId }, 2_000),
  });

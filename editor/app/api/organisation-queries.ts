// The organisation: components, people, goals, measures, observations.
import { queryOptions } from '@tanstack/react-query';
import type { Component, Goal, Measure, Observation } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { Assignees } from './wire.ts';

export const componentQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['components', 'one', id, asOf ?? 'today'],
    queryFn: () => get<Component>(`/components/${encodeURIComponent(id)}`, { asOf }),
  });
/** Whom a relation means for a component today. */
export const assigneesQuery = (id: string, relation: string) =>
  queryOptions({
    queryKey: ['components', 'assignees', id, relation],
    queryFn: () =>
      get<Assignees>(
        `/components/${encodeURIComponent(id)}/assignees?relation=${encodeURIComponent(relation)}`,
      ),
    staleTime: 60_000,
  });
/** Everybody's name: for a text that may name anybody. Whom to choose, a list asks for by letters. */
export const peopleQuery = queryOptions({
  queryKey: ['people', 'everybody'],
  queryFn: async () => (await get<{ items: { id: string; name: string }[] }>('/people/names')).items,
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

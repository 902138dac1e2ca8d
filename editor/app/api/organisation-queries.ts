// The organisation: components, people, goals, measures, observations.
import { queryOptions } from '@tanstack/react-query';
import type { Component, Goal, Measure, Observation, Person } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { get, post } from './request.ts';
import type {
  Assignees,
  ChangePreview,
  ComponentCalendar,
  ComponentVersion,
  HolidayRegions,
  Organisation,
} from './wire.ts';

export const componentsQuery = queryOptions({
  queryKey: ['components', 'list'],
  queryFn: async () => (await get<Organisation>('/organisation')).items,
  staleTime: 60_000,
});
/** The tree as it was at the end of a day. */
export const componentsAsOfQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['components', 'as-of', asOf],
    queryFn: async () => (await get<Organisation>('/organisation', { asOf })).items,
  });
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['components', 'versions', id],
    queryFn: () => getAll<ComponentVersion>(`/components/${encodeURIComponent(id)}/versions`, {}, 1_000),
  });
export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ['components', 'calendar', id],
    queryFn: () => get<ComponentCalendar>(`/components/${encodeURIComponent(id)}/calendar`),
  });
export const holidayRegionsQuery = queryOptions({
  queryKey: ['holiday-regions'],
  queryFn: async () => (await get<HolidayRegions>('/organisation/holiday-regions')).items,
  staleTime: Number.POSITIVE_INFINITY,
});
/** What would follow a move; null puts the component at the top. */
export const movePreviewQuery = (id: string, parentId: string | null) =>
  queryOptions({
    queryKey: ['components', 'move-preview', id, parentId],
    queryFn: () => post<ChangePreview>(`/components/${encodeURIComponent(id)}/change-preview`, { parentId }),
    retry: false,
    staleTime: 0,
  });
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

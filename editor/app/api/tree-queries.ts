// The organisation's tree as its own screens look at it: other days, the history and calendar of a component, a move.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Component } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { get, post } from './request.ts';
import type {
  Ancestors,
  ChangePreview,
  ComponentCalendar,
  ComponentVersion,
  HolidayRegions,
  OrganisationBranch,
  OrganisationFound,
  OrganisationSummary,
  OrganisationTable,
} from './wire.ts';

/** A branch of the tree, today or at the end of a day; without a parent, the top and the level below it. */
export const branchQuery = (parentId: string | null, asOf?: string) =>
  queryOptions({
    queryKey: ['components', 'branch', asOf ?? 'today', parentId],
    queryFn: async ({ signal }) =>
      (await get<OrganisationBranch>('/organisation/tree', { parentId, asOf }, signal)).items,
    staleTime: 30_000,
  });
export interface OrganisationFilter {
  q?: string | undefined;
  vacant?: boolean | undefined;
  asOf?: string | undefined;
}
const paged = { initialPageParam: null as string | null, staleTime: 30_000 };
/** What fits, with the way to it. */
export const organisationFoundQuery = (filter: OrganisationFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['components', 'found', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<OrganisationFound>(
        '/organisation/search',
        { ...filter, limit: 100, cursor, count: cursor === null },
        signal,
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
export const organisationTableQuery = (filter: OrganisationFilter & { sort: string }) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['components', 'table', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<OrganisationTable>(
        '/organisation/table',
        { ...filter, limit: 100, cursor, count: cursor === null },
        signal,
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
export const organisationSummaryQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['components', 'summary', asOf ?? 'today'],
    queryFn: () => get<OrganisationSummary>('/organisation/summary', { asOf }),
    staleTime: 30_000,
  });
/** A component and all above it, from the top down. */
export const wayToQuery = (id: string) =>
  queryOptions({
    queryKey: ['components', 'way', id],
    queryFn: async () => (await get<Ancestors>(`/components/${encodeURIComponent(id)}/ancestors`)).items,
    staleTime: 60_000,
  });
/** The same at the end of a day, each asked for by itself: a component may have been elsewhere then. */
export const wayAsOfQuery = ({ id, parentId }: Pick<Component, 'id' | 'parentId'>, asOf: string) =>
  queryOptions({
    queryKey: ['components', 'way', id, asOf],
    queryFn: async () => {
      const way: Component[] = [];
      for (let next = parentId; next !== null; next = way[0]?.parentId ?? null)
        way.unshift(await get<Component>(`/components/${encodeURIComponent(next)}`, { asOf }));
      return way;
    },
    staleTime: 60_000,
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
/** What would follow a change, such as a move. */
export const changePreviewQuery = (id: string, change: Partial<Component>) =>
  queryOptions({
    queryKey: ['components', 'change-preview', id, change],
    queryFn: () => post<ChangePreview>(`/components/${encodeURIComponent(id)}/change-preview`, change),
    retry: false,
    staleTime: 0,
  });

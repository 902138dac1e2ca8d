// The organisation's tree as its own screens look at it: other days, the history and calendar of a component, a move.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get, post } from './request.ts';
import type {
  ChangePreview,
  ComponentCalendar,
  ComponentVersion,
  HolidayRegions,
  Organisation,
} from './wire.ts';

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

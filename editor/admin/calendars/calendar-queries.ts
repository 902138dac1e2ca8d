// Working calendars, and what a change of one would bring.
import { queryOptions } from '@tanstack/react-query';
import { ask, get, patch, post } from '../../app/api/request.ts';
import type { CalendarPreview, CalendarTrial, CalendarUses, NewWorkCalendar } from '../../app/api/wire.ts';

export type CalendarUse = CalendarUses['items'][number];

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => (await get<CalendarUses>('/calendars', {}, signal)).items,
});
export const calendarPreviewQuery = (trial: CalendarTrial) =>
  queryOptions({
    queryKey: ['calendars', 'preview', trial],
    queryFn: () => post<CalendarPreview>('/calendars/preview', trial),
    retry: false,
    staleTime: 10_000,
  });
/** `recount`: open tasks and timers that count working days are counted again. */
export const saveCalendar = (id: string | undefined, wish: NewWorkCalendar, recount: boolean) =>
  id === undefined
    ? post('/calendars', wish)
    : ask(`/api/v1/calendars/${encodeURIComponent(id)}`, { method: 'PUT', body: { ...wish, recount } });
export const removeCalendar = (id: string) =>
  ask(`/api/v1/calendars/${encodeURIComponent(id)}`, { method: 'DELETE' });
export const assignCalendar = (componentId: string, code: string | null, recount: boolean) =>
  patch(`/components/${encodeURIComponent(componentId)}`, { holidayRegion: code, recount });

// What goes by a name: tasks, plans, components and people.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Found } from './wire.ts';

export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<Found>('/search', { q }, signal),
    placeholderData: (before) => before,
  });

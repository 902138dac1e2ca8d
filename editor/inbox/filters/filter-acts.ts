// Saved filters: read, written, and counted by the same rules as the list that they open.
import { queryOptions } from '@tanstack/react-query';
import { ask, get, patch, post } from '../../app/api/request.ts';
import type { SavedFilter, Task } from '../../app/api/wire.ts';
import { type InboxSearch, inView, readView, toSearch } from '../sort-tasks.ts';

interface Filters {
  items: SavedFilter[];
}

export const filtersQuery = queryOptions({
  queryKey: ['inbox-filters'],
  queryFn: async () => (await get<Filters>('/inbox-filters')).items,
  staleTime: 60_000,
});

const pathOf = ({ id }: SavedFilter): string => `/inbox-filters/${encodeURIComponent(id)}`;

export const saveFilter = (given: { name: string; search: InboxSearch; shared: boolean }) =>
  post<SavedFilter>('/inbox-filters', given);
export const shareFilter = (filter: SavedFilter, shared: boolean) =>
  patch<SavedFilter>(pathOf(filter), { shared });
export const removeFilter = (filter: SavedFilter) => ask(`/api/v1${pathOf(filter)}`, { method: 'DELETE' });
export const beginWith = (id: string | null) =>
  ask('/api/v1/inbox-filters/first', { method: 'PUT', body: { id } });

/** How many tasks it shows now; of what is done nothing is counted. */
export function countOf({ search }: SavedFilter, open: readonly Task[], now: string): number | null {
  const view = readView(search);
  return view.tab === 'todo' || view.tab === 'snoozed' ? inView(open, view, now).length : null;
}

/** The same view however it is written. */
export const isSameView = (a: InboxSearch, b: InboxSearch): boolean =>
  JSON.stringify(toSearch(readView(a))) === JSON.stringify(toSearch(readView(b)));

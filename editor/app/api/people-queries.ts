// People as lists and lines show them: a page of those who fit, or the names of a few.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Person } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { Page } from './wire.ts';

export interface PeopleFilter {
  q?: string | undefined;
  role?: string | undefined;
  /** "name", or "-name" for the last first. */
  sort: string;
}
export interface Counted<Item> extends Page<Item> {
  count?: number;
}

/** Page by page; the first says how many there are. */
export const peoplePagesQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Counted<Person>>(
        '/people',
        { ...filter, limit: 100, cursor: pageParam, count: pageParam === null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

/** What is chosen from is seldom longer; who is not among them is found by more letters. */
const mostFound = 30;
export const peopleFoundQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'found', q],
    queryFn: async ({ signal }) =>
      (await get<Page<Person>>('/people', { q, sort: 'name', limit: mostFound }, signal)).items,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

/** As many as one answer holds. */
const atOnce = 200;
const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, part) =>
    ids.slice(part * atOnce, (part + 1) * atOnce),
  );

/** Names by id, of those that there are. */
export const namesQuery = (ids: Iterable<string | null | undefined>) => {
  const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))].sort();
  return queryOptions({
    queryKey: ['people', 'names', wanted],
    queryFn: async () => {
      const pages = await Promise.all(
        inParts(wanted).map((part) => get<Page<Person>>('/people', { ids: part.join(','), limit: atOnce })),
      );
      return new Map(pages.flatMap(({ items }) => items.map(({ id, name }) => [id, name])));
    },
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
};

/** Whom the reader looks after as a manager, by name. */
export const teamQuery = queryOptions({
  queryKey: ['people', 'team'],
  queryFn: () => getAll<Person>('/people', { team: true, sort: 'name' }),
  staleTime: 60_000,
});

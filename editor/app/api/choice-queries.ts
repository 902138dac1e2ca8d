// Components to choose among: as many as a person looks through, found by the server.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { ComponentChoice } from './wire.ts';

export interface Choosing {
  /** Only what has something below it. */
  parents?: boolean;
  /** Neither this one nor anything below it. */
  outside?: string | undefined;
  ownerId?: string;
  notOwnerId?: string;
  withoutKind?: ComponentChoice['kind'];
}

/** Longer than any list that somebody reads; more letters find what is not in it. */
const most = 40;

const choices = (asked: Choosing & { q?: string; ids?: string; limit: number }, signal: AbortSignal) =>
  get<{ items: ComponentChoice[] }>('/organisation/choices', { ...asked }, signal);

export const componentsFoundQuery = (q: string, among: Choosing) =>
  queryOptions({
    queryKey: ['components', 'choices', among, q],
    queryFn: async ({ signal }) => (await choices({ ...among, q, limit: most }, signal)).items,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

/** As many as one answer holds. */
export const mostAtOnce = 1_000;

/** All that are called so, where they are no more than one answer holds. */
export const everyComponentFoundQuery = (q: string) =>
  queryOptions({
    queryKey: ['components', 'choices', 'every', q],
    queryFn: async ({ signal }) => (await choices({ q, limit: mostAtOnce }, signal)).items,
    staleTime: 0,
  });

/** Those of the ids that there are, with what stands above them. */
export const chosenComponentsQuery = (ids: readonly string[]) => {
  const wanted = [...new Set(ids)].sort();
  return queryOptions({
    queryKey: ['components', 'chosen', wanted],
    queryFn: async ({ signal }) =>
      (await choices({ ids: wanted.join(','), limit: mostAtOnce }, signal)).items,
    enabled: wanted.length > 0,
    staleTime: 60_000,
  });
};

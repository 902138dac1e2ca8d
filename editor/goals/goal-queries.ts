// Goals as the screens show them: pages by component, of the cascade and of the matrix; and those around a component.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Goal } from '../../engine/index.ts';
import { getAll } from '../app/api/pages.ts';
import { get } from '../app/api/request.ts';
import type { GoalCascade, GoalGroups, GoalMatrix, GoalRecord } from '../app/api/wire.ts';

export interface GoalFilter {
  q?: string | undefined;
  dimension?: string | undefined;
  /** `remarks`: only goals with one. */
  show?: string | undefined;
  /** Only of this component. */
  componentId?: string | undefined;
  /** As they stood at the end of this day; left out: today. */
  asOf?: string | undefined;
}

/** All keys begin with "goals": whatever changes a goal makes them stale. */
const paged = { initialPageParam: null as string | null, staleTime: 5_000 };
const nextOf = ({ nextCursor }: { nextCursor: string | null }) => nextCursor;

/** What else an address carries, such as what a mail adds to its links, is not asked for. */
export const goalGroupsQuery = ({ show, q, dimension, componentId, asOf }: GoalFilter) => {
  const filter = { q, dimension, componentId, asOf };
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['goals', 'by-component', { show, ...filter }],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<GoalGroups>(
        '/goals/by-component',
        { ...filter, withRemarks: show === 'remarks', limit: 40, cursor, count: cursor === null },
        signal,
      ),
    getNextPageParam: nextOf,
    placeholderData: (before) => before,
  });
};

export const cascadeQuery = (asOf: string | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['goals', 'cascade', asOf],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<GoalCascade>('/goals/cascade', { asOf, limit: 150, cursor, count: cursor === null }, signal),
    getNextPageParam: nextOf,
  });

/** `under`: only what serves from this component or one below it. */
export const matrixQuery = (under: string | undefined, asOf: string | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['goals', 'matrix', { under, asOf }],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<GoalMatrix>('/goals/matrix', { limit: 25, under, asOf, cursor, count: cursor === null }, signal),
    getNextPageParam: nextOf,
  });

/** Since when goals can be read as of a day. */
export const goalRecordQuery = queryOptions({
  queryKey: ['goals', 'record'],
  queryFn: () => get<GoalRecord>('/goals/record'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Its own, those of the components above it, those that its own serve, and those that serve them. */
export const goalsNearQuery = (componentId: string) =>
  queryOptions({
    queryKey: ['goals', 'near', componentId],
    queryFn: () => getAll<Goal>('/goals', { near: componentId }, 2_000),
  });

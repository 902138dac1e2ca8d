// Goals as the screens show them: pages by component, of the cascade and of the matrix; and those around a component.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Goal } from '../../engine/index.ts';
import { getAll } from '../app/api/pages.ts';
import { get } from '../app/api/request.ts';
import type { GoalCascade, GoalGroups, GoalMatrix } from '../app/api/wire.ts';

export interface GoalFilter {
  q?: string | undefined;
  dimension?: string | undefined;
  /** `remarks`: only goals with one. */
  show?: string | undefined;
}

/** All keys begin with "goals": whatever changes a goal makes them stale. */
const paged = { initialPageParam: null as string | null, staleTime: 5_000 };
const nextOf = ({ nextCursor }: { nextCursor: string | null }) => nextCursor;

export const goalGroupsQuery = ({ q, dimension, show }: GoalFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['goals', 'by-component', { q, dimension, show }],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<GoalGroups>(
        '/goals/by-component',
        { q, dimension, withRemarks: show === 'remarks', limit: 40, cursor, count: cursor === null },
        signal,
      ),
    getNextPageParam: nextOf,
    placeholderData: (before) => before,
  });

export const cascadeQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['goals', 'cascade'],
  queryFn: ({ pageParam: cursor, signal }) =>
    get<GoalCascade>('/goals/cascade', { limit: 150, cursor, count: cursor === null }, signal),
  getNextPageParam: nextOf,
});

/** `under`: only what serves from this component or one below it. */
export const matrixQuery = (under: string | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['goals', 'matrix', under],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<GoalMatrix>('/goals/matrix', { limit: 25, under, cursor, count: cursor === null }, signal),
    getNextPageParam: nextOf,
  });

/** Its own, those of the components above it, those that its own serve, and those that serve them. */
export const goalsNearQuery = (componentId: string) =>
  queryOptions({
    queryKey: ['goals', 'near', componentId],
    queryFn: () => getAll<Goal>('/goals', { near: componentId }, 2_000),
  });

// How many components are chosen: the server says it, and nothing is said while that may be of another choice.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { LaunchSelection } from '../app/api/wire.ts';
import { type Choosing, toSelector } from './new-launch.ts';

const selectionQuery = (selector: ReturnType<typeof toSelector>) =>
  queryOptions({
    queryKey: ['components', 'selection', selector],
    queryFn: async () => (await post<LaunchSelection>('/launches/selection', { selector })).components,
    enabled: selector !== null,
    staleTime: 0,
  });

/** `count` null: it is being counted. */
export function useSelection(choosing: Choosing): { count: number | null; error: Error | null } {
  const selector = toSelector(choosing);
  const { data, isFetching, error } = useQuery(selectionQuery(selector));
  if (selector === null) return { count: 0, error: null };
  return { count: isFetching ? null : (data ?? null), error };
}

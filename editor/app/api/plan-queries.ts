// Plans: the list, one with its history and the breakdown of its score, incidents and launches.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type {
  FollowUp,
  HistoryLine,
  Incident,
  KeptOfPlan,
  Launch,
  LaunchItem,
  Page,
  PlanDetail,
  PlanItem,
  PlanProgress,
  PlanScore,
  PlansPage,
  PlanVersions,
  PlanWhy,
} from './wire.ts';

export interface PlanFilter {
  cycleId?: string;
  status?: string;
  outcome?: string;
  q?: string;
  componentId?: string;
  launchId?: string;
}
const at = (id: string) => `/plans/${encodeURIComponent(id)}`;

export const plansQuery = (filter: PlanFilter) =>
  queryOptions({
    queryKey: ['plans', 'list', filter],
    queryFn: () => getAll<PlanItem>('/plans', { ...filter }, 5_000),
    placeholderData: (before) => before,
  });
export interface UrgentFilter extends PlanFilter {
  version?: string;
  stage?: string;
  kind?: string;
  under?: string;
  manager?: string;
  owes?: string;
  from?: string;
  to?: string;
  methods?: string;
  results?: string;
  dimension?: string;
  goalOutcome?: string;
  given?: string;
  after?: string;
  counted?: string;
  late?: string;
  stuck?: string;
  waits?: 'others';
  /** A column, or with a minus the other way round; else by urgency. */
  sort?: string | undefined;
  /** Of a page; else as many as one answer holds. */
  limit?: number | undefined;
}
/** Page by page, what needs somebody most first; the first page says how many there are. */
export const urgentPlansQuery = (filter: UrgentFilter) =>
  infiniteQueryOptions({
    queryKey: ['plans', 'urgent', filter],
    queryFn: ({ pageParam }) =>
      get<PlansPage>('/plans', {
        ...filter,
        sort: filter.sort ?? 'urgent',
        limit: filter.limit ?? 200,
        cursor: pageParam,
        count: pageParam === null,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['plans', 'one', id], queryFn: () => get<PlanDetail>(at(id)) });
export const planHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'history', id],
    queryFn: () => getAll<HistoryLine>(`${at(id)}/history`, {}, 2_000),
  });

export const planFollowUpsQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'follow-ups', id],
    queryFn: async () => (await get<{ items: FollowUp[] }>(`${at(id)}/follow-ups`)).items,
  });

export const planRetentionQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'retention', id],
    queryFn: async () => (await get<{ items: KeptOfPlan[] }>(`${at(id)}/retention`)).items,
  });

export const planWhyQuery = (id: string) =>
  queryOptions({ queryKey: ['plans', 'why', id], queryFn: () => get<PlanWhy>(`${at(id)}/why`) });

export const planVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'versions', id],
    queryFn: () => get<PlanVersions>(`${at(id)}/versions`),
  });

export const planProgressQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'progress', id],
    queryFn: () => get<PlanProgress>(`${at(id)}/progress`),
  });

export const planScoreQuery = (id: string) =>
  queryOptions({ queryKey: ['plans', 'score', id], queryFn: () => get<PlanScore>(`${at(id)}/score`) });

export const launchesQuery = queryOptions({
  queryKey: ['launches', 'list'],
  queryFn: () => getAll<Launch>('/launches', {}, 500),
});
export const launchQuery = (id: string) =>
  queryOptions({
    queryKey: ['launches', 'one', id],
    queryFn: () => get<Launch>(`/launches/${encodeURIComponent(id)}`),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? 1_000 : false),
  });
const resultsOf = (id: string) => `/launches/${encodeURIComponent(id)}/results`;
/** `settled`, how many are done, makes the list fresh as the launch goes on. */
export const launchItemsQuery = (
  id: string,
  { settled, state }: { settled: number; state?: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: ['launches', 'items', id, state, settled],
    queryFn: ({ pageParam: cursor }) => get<Page<LaunchItem>>(resultsOf(id), { state, limit: 100, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
/** All that are in a state. */
export const launchItemsInQuery = (id: string, state: LaunchItem['state']) =>
  queryOptions({
    queryKey: ['launches', 'items-in', id, state],
    queryFn: () => getAll<LaunchItem>(resultsOf(id), { state }, 10_000),
    staleTime: 0,
  });
/** Of every plan, or of one. */
export const incidentsQuery = (planId?: string) =>
  queryOptions({
    queryKey: ['incidents', planId ?? null],
    queryFn: () => getAll<Incident>('/incidents', { planId }, 500),
  });

// Cycles: the list, a draft with the ETag that is needed to save it, published versions.
import { queryOptions } from '@tanstack/react-query';
import type { Cycle } from '../../../engine/index.ts';
import { getAll } from './pages.ts';
import { type Answer, ask, get } from './request.ts';
import type { CycleSummary, CycleVersion, PublishedCycle } from './wire.ts';

const at = (id: string) => `/cycles/${encodeURIComponent(id)}`;

/** What cycles there are, by name: nothing is checked for it. */
export const cyclesQuery = queryOptions({
  queryKey: ['cycles', 'list'],
  queryFn: () => getAll<CycleSummary>('/cycles', { checked: 'known' }),
});
/** The errors of each besides; null as long as they are being counted. */
export const checkedCyclesQuery = queryOptions({
  queryKey: ['cycles', 'list', 'checked'],
  queryFn: () => getAll<CycleSummary>('/cycles'),
});
export const readDraft = (id: string): Promise<Answer<Cycle>> => ask<Cycle>(`/api/v1${at(id)}`);
/** @throws RequestError 412 when somebody else saved first. `etag` null creates. */
export const writeDraft = (cycle: Cycle, etag: string | null): Promise<Answer<Cycle>> =>
  ask<Cycle>(`/api/v1${at(cycle.id)}`, {
    method: 'PUT',
    body: cycle,
    headers: etag === null ? { 'if-none-match': '*' } : { 'if-match': etag },
  });
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycles', 'draft', id],
    queryFn: () => readDraft(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
export const cycleVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycles', 'versions', id],
    queryFn: () => getAll<CycleVersion>(`${at(id)}/versions`),
  });
/** Published versions never change. */
export const cycleVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['cycles', 'version', id, version],
    queryFn: () => get<PublishedCycle>(`${at(id)}/versions/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

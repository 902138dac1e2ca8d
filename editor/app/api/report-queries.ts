// Reports: the roll-up of the organisation, and how long plans stay in each stage.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { RollUp, StageCounts, StageTimes } from './wire.ts';

/** Of the top of the organisation and the level below it; or of one component and its parts. */
export const rollUpQuery = (at?: string) =>
  queryOptions({
    queryKey: ['reports', 'roll-up', at ?? 'top'],
    queryFn: () => get<RollUp>('/reports/roll-up', at === undefined ? { top: true } : { at }),
    staleTime: 15_000,
  });
/** The same figures as a file, of the top. */
export const rollUpFile = '/api/v1/reports/roll-up/csv?top=true';
export const stageTimesQuery = queryOptions({
  queryKey: ['reports', 'stage-times'],
  queryFn: () => get<StageTimes>('/reports/stage-times'),
});
export const stageCountsQuery = (cycleId: string, version: number) =>
  queryOptions({
    queryKey: ['reports', 'stage-counts', cycleId, version],
    queryFn: () => get<StageCounts>('/reports/stage-counts', { cycleId, version }),
  });

// Boards of the reports: figures under a filter, and the address of the same as a file.
import { queryOptions } from '@tanstack/react-query';
import { get, withQuery } from './request.ts';
import type { Attribute, Board } from './wire.ts';

export interface BoardFilter {
  cycleId?: string | undefined;
  version?: string | undefined;
  under?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  attribute?: string | undefined;
}

type Search = Partial<Record<'cycle' | 'version' | 'under' | 'from' | 'to', string | undefined>>;

/** What an address of the reports narrows them to. */
export const reportFilterOf = ({ cycle, version, under, from, to }: Search): BoardFilter => ({
  cycleId: cycle,
  ...{ version, under, from, to },
});

/** The roll-up is of the whole organisation as it is now: no filter is about it. */
export const isNarrowed = (filter: BoardFilter): boolean => Object.values(filter).some(Boolean);

export const boardQuery = (board: Board['board'], filter: BoardFilter) =>
  queryOptions({
    queryKey: ['reports', 'board', board, filter],
    queryFn: () => get<Board>(`/reports/boards/${board}`, { ...filter }),
    placeholderData: (before) => before,
  });

const boardsOfTabs: Record<string, Board['board'][]> = {
  overview: ['outcomes', 'dwell'],
  progress: ['completion', 'overdue', 'load'],
  results: ['goals', 'methods', 'effects', 'feedback'],
};

/** What a tab of the reports asks for, of those who may look at it. */
export function boardsIn(tab: string, permissions: readonly string[]): Board['board'][] {
  if (tab === 'ratings') return permissions.includes('reports.raters') ? ['raters'] : [];
  return boardsOfTabs[tab] ?? [];
}

export const boardFile = (board: Board['board'], filter: BoardFilter): string =>
  withQuery(`/api/v1/reports/boards/${board}/csv`, { ...filter });

export const attributesQuery = queryOptions({
  queryKey: ['attributes'],
  queryFn: async () => (await get<{ items: Attribute[] }>('/attributes')).items,
});

/** Of the address; else the first, by which people are grouped until somebody chooses. */
export const attributeIn = (attributes: readonly Attribute[], chosen: string | undefined) =>
  attributes.find(({ id }) => id === chosen) ?? attributes[0];

// The reports that can come by mail: every board, and how the organisation stands; and where each is on the screen.
import { type BoardName, boardNames } from '../reports/boards/board.ts';

export type ReportName = BoardName | 'standing';
export const reportNames = ['standing', ...boardNames] as const;

export const isReportName = (text: string): text is ReportName => reportNames.some((name) => name === text);

const tabs: Record<ReportName, 'overview' | 'progress' | 'results' | 'ratings'> = {
  ...{ standing: 'overview', outcomes: 'overview', dwell: 'overview' },
  ...{ completion: 'progress', overdue: 'progress', load: 'progress' },
  ...{ goals: 'results', methods: 'results', effects: 'results', feedback: 'results' },
  ...{ raters: 'ratings', groups: 'ratings' },
};

export interface ReportFilter {
  cycleId?: string | undefined;
  version?: number | undefined;
  under?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  attribute?: string | undefined;
}

/** The address of the report on the screen, narrowed to the same. */
export function reportPath(board: ReportName, filter: ReportFilter): string {
  const { cycleId, version, under, from, to, attribute } = filter;
  const given = { tab: tabs[board], cycle: cycleId, version, under, from, to, attribute };
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(given)) if (value !== undefined) search.set(key, String(value));
  return `/reports?${search}`;
}

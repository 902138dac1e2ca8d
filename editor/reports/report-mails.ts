// Reports by mail: what one is narrowed to, and whether two are the same.
import type { BoardFilter } from '../app/api/board-queries.ts';
import type { ReportMail } from '../app/api/wire.ts';

type Wanted = Pick<ReportMail, 'board' | 'filter'>;

/** As the server keeps it: nothing that is empty, and a number as the version. */
export function toReportFilter({ version, ...rest }: BoardFilter): ReportMail['filter'] {
  const said = Object.entries(rest).filter(([, value]) => Boolean(value));
  return { ...Object.fromEntries(said), ...(version && { version: Number(version) }) };
}

const keyOf = ({ board, filter }: Wanted): string =>
  JSON.stringify([board, ...Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1))]);

export const isSameReport = (one: Wanted, other: Wanted): boolean => keyOf(one) === keyOf(other);

/** What the page of reports is asked for to show the same. */
export function toReportSearch({ filter }: Wanted): Record<string, string | undefined> {
  const { cycleId, version, under, from, to, attribute } = filter;
  return { cycle: cycleId, version: version?.toString(), under, from, to, attribute };
}

// Which days a launch covers, counted from the organisation's day and by its fiscal year, wherever its reader is.
import { useQuery } from '@tanstack/react-query';
import type { Cycle, Period } from '../../engine/index.ts';
import { organisationSummaryQuery } from '../app/api/tree-queries.ts';
import { dayNow } from '../app/words/due.ts';
import { type LaunchChoices, periodOf } from './new-launch.ts';

export function usePeriod(choices: Pick<LaunchChoices, 'typed' | 'later'>, cycle: Cycle | null): Period {
  const { today = dayNow(), fiscalYearStart = 1 } = useQuery(organisationSummaryQuery()).data ?? {};
  return periodOf(choices, { today, fiscalYearStart, cadence: cycle?.cadence });
}

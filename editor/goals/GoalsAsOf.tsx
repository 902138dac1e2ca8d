// Goals as of another day: the banner over them, and what is said of a day before they were on record.
import { IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AnchorLink } from '../app/parts/links.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { AsOfBanner } from '../organisation/history/AsOfBanner.tsx';
import { EmptyState } from '../theme/EmptyState.tsx';
import { GoalGroups } from './GoalGroups.tsx';
import { goalRecordQuery } from './goal-queries.ts';

/** Shows what is under it only where it is known what the goals were. */
function OnRecord({ asOf, children }: { asOf: string; children: ReactNode }) {
  const record = useQuery(goalRecordQuery);
  const day = record.data?.day;
  if (!day || asOf >= day) return children;
  return (
    <EmptyState title={t('Goals were not on record yet')} icon={IconTarget}>
      {t('Every change of a goal is on record from {day} on; what the goals were before is not known.', {
        day: shortDate(day),
      })}
    </EmptyState>
  );
}

export function GoalsAsOf({ asOf, children }: { asOf: string; children: ReactNode }) {
  return (
    <>
      <AsOfBanner
        asOf={asOf}
        back={
          <AnchorLink to="/goals" search={(before) => ({ ...before, asOf: undefined })} size="sm">
            {t('Back to today')}
          </AnchorLink>
        }
      >
        {t('Goals, weights and standards as they stood at the end of that day. Nothing can be changed here.')}
      </AsOfBanner>
      <OnRecord asOf={asOf}>{children}</OnRecord>
    </>
  );
}

/** Under the component of that day. */
export function ComponentGoalsAsOf({ componentId, asOf }: { componentId: string; asOf: string }) {
  return (
    <OnRecord asOf={asOf}>
      <GoalGroups filter={{ componentId, asOf }} />
    </OnRecord>
  );
}

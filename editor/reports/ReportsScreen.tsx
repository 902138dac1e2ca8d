// Reports: each is a question, its answer in words, a chart, and the figures behind it.
import { Stack } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { OutcomesReport } from './OutcomesReport.tsx';
import { StandingReport } from './StandingReport.tsx';
import { WaitsReport } from './WaitsReport.tsx';

const route = getRouteApi('/signed-in/reports');

export function ReportsScreen() {
  const { cycle } = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title={t('Reports')} about={t('What the figures say, over all that you may see.')} />
      <Stack gap="lg">
        <StandingReport />
        <OutcomesReport />
        <WaitsReport
          cycle={cycle}
          onCycle={(id) => void navigate({ to: '/reports', search: { cycle: id }, replace: true })}
        />
      </Stack>
    </>
  );
}

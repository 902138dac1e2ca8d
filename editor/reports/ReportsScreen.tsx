// Reports: each is a question, its answer in words, a chart, and the figures behind it. The address holds what they are
// narrowed to.
import { Stack, Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { isNarrowed, reportFilterOf } from '../app/api/board-queries.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { TabList } from '../theme/TabList.tsx';
import { BoardReport } from './BoardReport.tsx';
import { outcomesBoard, progressBoards, ratersBoard, resultBoards } from './catalogue.ts';
import { GroupsReport } from './GroupsReport.tsx';
import { ReportFilters } from './ReportFilters.tsx';
import { StandingReport } from './StandingReport.tsx';
import { WaitsReport } from './WaitsReport.tsx';

const route = getRouteApi('/signed-in/reports');

export function ReportsScreen() {
  const search = route.useSearch();
  const { cycle, version, under, from, to, attribute } = search;
  const navigate = useNavigate();
  const may = useMay();
  const tab = search.tab === 'ratings' && !may('reports.raters') ? 'overview' : (search.tab ?? 'overview');
  const set = (patch: Partial<typeof search>) =>
    void navigate({ to: '/reports', search: { ...search, ...patch }, replace: true });
  const filter = reportFilterOf(search);
  return (
    <>
      <PageTitle title={t('Reports')} about={t('What the figures say, over all that you may see.')} />
      <ReportFilters narrowed={{ cycle, version, under, from, to }} onChange={set} />
      <Tabs value={tab} onChange={(next) => set({ tab: next ?? undefined })} keepMounted={false}>
        <TabList chosen={tab}>
          <Tabs.Tab value="overview">{t('Overview')}</Tabs.Tab>
          <Tabs.Tab value="progress">{t('Progress')}</Tabs.Tab>
          <Tabs.Tab value="results">{t('Results')}</Tabs.Tab>
          {may('reports.raters') && <Tabs.Tab value="ratings">{t('Ratings')}</Tabs.Tab>}
        </TabList>
        <Tabs.Panel value="overview">
          <Stack gap="lg">
            {!isNarrowed(filter) && <StandingReport />}
            <BoardReport shown={outcomesBoard} filter={filter} />
            <WaitsReport filter={filter} onCycle={(id) => set({ cycle: id, version: undefined })} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="progress">
          <Stack gap="lg">
            {progressBoards.map((shown) => (
              <BoardReport key={shown.board} shown={shown} filter={filter} />
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="results">
          <Stack gap="lg">
            {resultBoards.map((shown) => (
              <BoardReport key={shown.board} shown={shown} filter={filter} />
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="ratings">
          <Stack gap="lg">
            <BoardReport shown={ratersBoard} filter={filter} />
            {may('attributes.read') && (
              <GroupsReport
                filter={filter}
                attribute={attribute}
                onAttribute={(id) => set({ attribute: id })}
              />
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

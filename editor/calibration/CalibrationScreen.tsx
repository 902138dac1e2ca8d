// The calibration of a launch: its ratings side by side with the evidence, what the checks ask about them, and each
// decision with its reason.
import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { calibrationQuery } from '../app/api/calibration-queries.ts';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import type { Calibration, CalibrationFinding } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { AxesCard } from './AxesCard.tsx';
import classes from './calibration.module.css';
import { Findings } from './Findings.tsx';
import { LineDrawer } from './LineDrawer.tsx';
import { Lines } from './Lines.tsx';
import { chosenLines, findingsOf, isOpen, nextOpen, progressOf, type Show, toShow } from './lines.ts';
import { ReleaseCard } from './ReleaseCard.tsx';
import { SpreadCard } from './SpreadCard.tsx';

const WordingRates = lazy(async () => ({
  default: (await import('../feedback/WordingRates.tsx')).WordingRates,
}));

const route = getRouteApi('/signed-in/launches/$launchId/calibration');

function aboutWords({ period, lines }: Calibration): string {
  const { people, rated, decided, changed } = progressOf(lines);
  const days = `${shortDate(period.start)} – ${shortDate(period.end)}`;
  if (people === 0) return days;
  return `${days} · ${t('{rated} of {people} rated, {decided} decided, {changed} of them changed', {
    rated,
    people,
    decided,
    changed,
  })}`;
}

function useFilters() {
  const { group, show, person } = route.useSearch();
  const navigate = useNavigate();
  const set = (patch: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...patch }), replace: true });
  return { group, show: toShow(show), person, set };
}

function GroupChoice({ groups, group }: { groups: Calibration['groups']; group: string | undefined }) {
  const { set } = useFilters();
  if (groups.length < 2) return null;
  return (
    <Select
      label={t('Compared')}
      w={{ base: '100%', xs: 280 }}
      data={groups.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }))}
      value={group ?? null}
      placeholder={t('All groups')}
      clearable
      searchable
      onChange={(value) => set({ group: value ?? undefined, person: undefined })}
    />
  );
}

function ShowChoice({ calibration, show }: { calibration: Calibration; show: Show }) {
  const { set } = useFilters();
  const { lines, findings } = calibration;
  const found = lines.filter((line) => findingsOf(line, findings).length > 0).length;
  return (
    <SegmentedControl
      aria-label={t('Which lines')}
      value={show}
      onChange={(value) => set({ show: value === 'all' ? undefined : value })}
      data={[
        { value: 'all', label: t('All {count}', { count: lines.length }) },
        { value: 'open', label: t('To decide {count}', { count: lines.filter(isOpen).length }) },
        { value: 'found', label: t('Asked about {count}', { count: found }) },
      ]}
    />
  );
}

function Session({ calibration }: { calibration: Calibration }) {
  const { show, person, set } = useFilters();
  const may = useMay();
  const [finding, setFinding] = useState<CalibrationFinding | null>(null);
  const { lines, findings } = calibration;
  const shown = chosenLines(lines, findings, { show, finding });
  const open = lines.find(({ planId }) => planId === person) ?? null;
  const go = (planId: string | undefined) => set({ person: planId });
  return (
    <>
      <SpreadCard lines={lines} />
      <AxesCard lines={lines} />
      <Findings findings={findings} lines={lines} chosen={finding} onChoose={setFinding} />
      {may('wording.read') && (
        <section className={classes.card}>
          <Suspense fallback={null}>
            <WordingRates launchId={calibration.launchId} />
          </Suspense>
        </section>
      )}
      <ReleaseCard lines={lines} findings={findings} />
      <Group justify="space-between" align="flex-end" mt="lg" mb="xs">
        <ShowChoice calibration={calibration} show={show} />
        {finding && (
          <Button variant="default" size="xs" onClick={() => setFinding(null)}>
            {t('Show everybody again')}
          </Button>
        )}
      </Group>
      <Lines lines={shown} findings={findings} onOpen={go} />
      {open && (
        <LineDrawer
          key={open.planId}
          line={open}
          findings={findingsOf(open, findings)}
          launchId={calibration.launchId}
          next={nextOpen(shown, open.planId)}
          left={shown.filter(({ task }) => task?.mayDecide === true).length}
          onGo={go}
        />
      )}
    </>
  );
}

function Body({ calibration }: { calibration: Calibration }) {
  if (calibration.tooMany)
    return (
      <EmptyState title={t('Choose a part of the organisation')}>
        {t('There are too many ratings to compare at one table.')}
      </EmptyState>
    );
  if (calibration.lines.length === 0)
    return (
      <EmptyState title={t('There is nobody to compare here')}>
        {t('Your own rating is never among those that you calibrate.')}
      </EmptyState>
    );
  return <Session calibration={calibration} />;
}

export function CalibrationScreen() {
  const { launchId } = route.useParams();
  const { group } = useFilters();
  const query = useQuery(calibrationQuery(launchId, group));
  const cycles = useQuery(cyclesQuery).data ?? [];
  const name = cycles.find(({ id }) => id === query.data?.cycleId)?.name ?? query.data?.cycleId ?? '';
  useCrumb(t('Calibration'));
  return (
    <Loaded query={query}>
      {(calibration) => (
        <>
          <PageTitle
            title={t('Calibration of {cycle}', { cycle: name })}
            about={aboutWords(calibration)}
            actions={<GroupChoice groups={calibration.groups} group={group} />}
          />
          <Body calibration={calibration} />
        </>
      )}
    </Loaded>
  );
}

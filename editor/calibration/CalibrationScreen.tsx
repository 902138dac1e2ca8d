// The calibration of a launch: its ratings side by side with the evidence, what the checks ask about them, and each
// decision with its reason.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { calibrationQuery } from '../app/api/calibration-queries.ts';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import type { Calibration } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { Board } from './Board.tsx';
import { progressOf, toShow } from './lines.ts';

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

function Body({ calibration }: { calibration: Calibration }) {
  const filters = useFilters();
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
  return <Board calibration={calibration} filters={filters} />;
}

export function CalibrationScreen() {
  const { launchId } = route.useParams();
  const { group } = useFilters();
  const query = useQuery(calibrationQuery(launchId, group));
  const cycles = useQuery(cyclesQuery).data ?? [];
  const name = cycles.find(({ id }) => id === query.data?.cycleId)?.name ?? query.data?.cycleId ?? '';
  useCrumb(t('Calibration'));
  return (
    <Loaded query={query} what="launch">
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

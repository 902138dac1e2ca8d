// All plans that the person may see: on a board by stage, or as a list; the address holds the filters.
import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconLayoutKanban, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { plansQuery } from '../app/api/plan-queries.ts';
import type { PlanItem } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { isAt } from './at-place.ts';
import { Board } from './Board.tsx';
import { PlaceFilter } from './PlaceFilter.tsx';
import { PlanTable } from './PlanTable.tsx';

const route = getRouteApi('/signed-in/plans');

interface CycleChoice {
  value: string;
  label: string;
  count: number;
}
/** The cycles of the plans, the one with the most plans first. */
export function cyclesOf(plans: PlanItem[]): CycleChoice[] {
  const found = new Map<string, CycleChoice>();
  for (const { cycleId, cycleName } of plans) {
    const before = found.get(cycleId);
    found.set(cycleId, { value: cycleId, label: cycleName, count: (before?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function Nothing({ filtered }: { filtered: boolean }) {
  const may = useMay();
  const navigate = useNavigate();
  if (filtered)
    return (
      <EmptyState
        title={t('No plan fits these filters')}
        action={
          <ButtonLink to="/plans" search={{}} variant="default">
            {t('Show all plans')}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      title={t('No plans yet')}
      icon={IconLayoutKanban}
      action={
        may('launches.start') ? (
          <ButtonLink to="/launches/new" onClick={() => void navigate({ to: '/launches/new' })}>
            {t('Launch a cycle')}
          </ButtonLink>
        ) : undefined
      }
    >
      {t(
        'A plan begins when a cycle is launched for a component; then it shows here with its stage and who owes the next act.',
      )}
    </EmptyState>
  );
}

function Filters({ cycles, cycle }: { cycles: CycleChoice[]; cycle: string | undefined }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const set = (patch: Partial<typeof search>) =>
    void navigate({ to: '/plans', search: { ...search, ...patch }, replace: true });
  const { view = 'board', status = 'active', outcome, q = '' } = search;
  return (
    <Group gap="xs" mb="md">
      <SegmentedControl
        size="xs"
        aria-label={t('View')}
        value={view}
        onChange={(next) => set({ view: next })}
        data={[
          { value: 'board', label: t('Board') },
          { value: 'list', label: t('List') },
        ]}
      />
      <TextInput
        size="xs"
        w={220}
        placeholder={t('Component or cycle')}
        aria-label={t('Search plans')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={q}
        onChange={(event) => set({ q: event.currentTarget.value || undefined })}
      />
      <Select
        size="xs"
        aria-label={t('Cycle')}
        placeholder={t('Every cycle')}
        clearable={view === 'list'}
        data={cycles}
        value={view === 'board' ? (cycle ?? null) : (search.cycle ?? null)}
        onChange={(next) => set({ cycle: next ?? undefined })}
      />
      <Select
        size="xs"
        w={120}
        aria-label={t('Status')}
        allowDeselect={false}
        value={status}
        onChange={(next) => set({ status: next ?? undefined })}
        data={[
          { value: 'active', label: t('Running') },
          { value: 'ended', label: t('Ended') },
          { value: 'all', label: t('All') },
        ]}
      />
      <Select
        size="xs"
        w={140}
        aria-label={t('Outcome')}
        placeholder={t('Any outcome')}
        clearable
        value={outcome ?? null}
        onChange={(next) => set({ outcome: next ?? undefined })}
        data={[
          { value: 'below', label: t('Below') },
          { value: 'meets', label: t('Meets') },
          { value: 'exceeds', label: t('Exceeds') },
        ]}
      />
    </Group>
  );
}

export function PlansScreen() {
  const { view = 'board', status = 'active', outcome, q, cycle, launch, sort, ...place } = route.useSearch();
  const query = useQuery(
    plansQuery({ status: status === 'all' ? undefined : status, outcome, q, launchId: launch }),
  );
  const cycles = cyclesOf(query.data ?? []);
  const onBoard = cycles.some(({ value }) => value === cycle) ? cycle : cycles[0]?.value;
  const now = nowInstant();
  const placed = (query.data ?? []).filter((plan) => isAt(plan, place, now));
  const shown = placed.filter((plan) => !cycle || view === 'board' || plan.cycleId === cycle);
  return (
    <>
      <PageTitle
        title={t('Plans')}
        about={
          query.data
            ? t(
                "{count, plural, one {# plan} other {# plans}}. Each is one component's way through a cycle.",
                { count: shown.length },
              )
            : null
        }
      />
      <Filters cycles={cycles} cycle={onBoard} />
      <PlaceFilter />
      <Loaded query={query}>
        {() =>
          shown.length === 0 || !onBoard ? (
            <Nothing
              filtered={Boolean(
                q || outcome || launch || status === 'ended' || Object.keys(place).length > 0,
              )}
            />
          ) : view === 'board' ? (
            <Board plans={placed} cycleId={onBoard} />
          ) : (
            <PlanTable plans={shown} sort={sort} />
          )
        }
      </Loaded>
    </>
  );
}

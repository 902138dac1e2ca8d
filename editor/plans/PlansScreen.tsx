// All plans that the person may see, what needs somebody most first: on a board by stage, as a list, or over time; the
// address holds the filters.
import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconLayoutKanban, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { UrgentFilter } from '../app/api/plan-queries.ts';
import type { PlansPage, PlansTogether } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { More, type PagedQuery } from '../app/parts/More.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { longest } from '../app/search-params.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { Board } from './Board.tsx';
import { PlaceFilter } from './PlaceFilter.tsx';
import { PlanTable } from './PlanTable.tsx';
import { StuckPlans } from './StuckPlans.tsx';
import { countedWords, cyclePlansQuery, filterOf, shownPlansQuery } from './shown-plans.ts';
import { Timeline } from './Timeline.tsx';

const route = getRouteApi('/signed-in/plans');

/** The cycles of the plans, the one with the most plans first. */
export function cyclesOf(groups: readonly PlansTogether[]): CycleChoice[] {
  const found = new Map<string, CycleChoice>();
  for (const { cycleId, cycleName, count } of groups) {
    const before = found.get(cycleId);
    found.set(cycleId, { value: cycleId, label: cycleName, count: (before?.count ?? 0) + count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

interface CycleChoice {
  value: string;
  label: string;
  count: number;
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

// On a telephone the fields end where the list below them ends.
const wide = { base: '100%', xs: 'auto' };
const half = 'calc(50% - 4px)';

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
        w={wide}
        aria-label={t('View')}
        value={view}
        onChange={(next) => set({ view: next })}
        data={[
          { value: 'board', label: t('Board') },
          { value: 'list', label: t('List') },
          { value: 'timeline', label: t('Timeline') },
        ]}
      />
      <TextInput
        size="xs"
        w={{ base: '100%', xs: 220 }}
        placeholder={t('Component or cycle')}
        aria-label={t('Search plans')}
        maxLength={longest}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={q}
        onChange={(event) => set({ q: event.currentTarget.value || undefined })}
      />
      <Select
        size="xs"
        w={wide}
        aria-label={t('Cycle')}
        placeholder={t('Every cycle')}
        clearable={view !== 'board'}
        data={cycles}
        value={view === 'board' ? (cycle ?? null) : (search.cycle ?? null)}
        onChange={(next) => set({ cycle: next ?? undefined })}
      />
      <Select
        size="xs"
        w={{ base: half, xs: 120 }}
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
        w={{ base: half, xs: 140 }}
        aria-label={t('Outcome')}
        placeholder={t('Any outcome')}
        clearable
        value={outcome ?? null}
        onChange={(next) => set({ outcome: next ?? undefined })}
        data={[
          { value: 'below', label: t('Below') },
          { value: 'meets', label: t('Meets') },
          { value: 'exceeds', label: t('Exceeds') },
          { value: 'none', label: t('Not scored') },
        ]}
      />
    </Group>
  );
}

function Shown({
  query,
  cycleId,
  filter,
}: {
  query: PagedQuery & { data: { pages: PlansPage[] } | undefined };
  cycleId: string | undefined;
  filter: UrgentFilter;
}) {
  const { view = 'board', sort } = route.useSearch();
  const pages = query.data?.pages;
  const plans = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  if (view === 'board')
    return <Board plans={plans} groups={pages?.[0]?.groups ?? []} cycleId={cycleId ?? ''} filter={filter} />;
  return (
    <>
      {view === 'timeline' ? (
        <Timeline plans={plans} />
      ) : (
        <PlanTable plans={plans} sort={sort} total={pages?.[0]?.count} />
      )}
      <More query={query} />
    </>
  );
}

export function PlansScreen() {
  const search = route.useSearch();
  const { view = 'board', cycle } = search;
  const filter = filterOf(search);
  const isNamed = cycle !== undefined;
  const every = useInfiniteQuery(shownPlansQuery(search));
  const groups = every.data?.pages[0]?.groups ?? [];
  const cycles = cyclesOf(groups);
  const onBoard = !every.data || cycles.some(({ value }) => value === cycle) ? cycle : cycles[0]?.value;
  const chosen = view === 'board' ? onBoard : cycle;
  const isOne = !isNamed && (chosen === undefined || (cycles.length === 1 && cycles[0]?.value === chosen));
  const one = useInfiniteQuery({ ...cyclePlansQuery(search, chosen), enabled: !isOne });
  const query = isOne ? every : one;
  const count = cycles.reduce(
    (sum, { value, count: own }) => sum + (chosen === undefined || value === chosen ? own : 0),
    0,
  );
  const isFiltered = Object.entries(filter).some(
    ([name, value]) => value !== undefined && name !== 'sort' && !(name === 'status' && value === 'active'),
  );
  return (
    <>
      <PageTitle
        title={t('Plans')}
        about={
          every.data
            ? t(
                "{count, plural, one {# plan} other {# plans}}. Each is one component's way through a cycle; what needs somebody most comes first.",
                { count },
              )
            : null
        }
      />
      <Filters cycles={cycles} cycle={onBoard} />
      <PlaceFilter counted={countedWords(search, count, query.data?.pages[0]?.fitting)} />
      <StuckPlans groups={groups} />
      <Loaded query={every}>
        {() =>
          count === 0 ? (
            <Nothing filtered={isFiltered || Boolean(cycle)} />
          ) : (
            <Loaded query={query}>{() => <Shown query={query} cycleId={chosen} filter={filter} />}</Loaded>
          )
        }
      </Loaded>
    </>
  );
}

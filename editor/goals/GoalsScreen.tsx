// The goals that the person may see: by component, by what they serve, or as a matrix; the address holds the filters.
import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DateField } from '../app/parts/DateField.tsx';
import { longest } from '../app/search-params.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { Cascade } from './cascade/Cascade.tsx';
import { Matrix } from './cascade/Matrix.tsx';
import { dimensions } from './GoalDialog.tsx';
import { GoalGroups } from './GoalGroups.tsx';
import { GoalsAsOf } from './GoalsAsOf.tsx';
import type { GoalFilter } from './goal-queries.ts';

const route = getRouteApi('/signed-in/goals');

// On a telephone the controls end where the goals below them end.
const wide = { base: '100%', xs: 'auto' };

function Filters({ filter, onChange }: { filter: GoalFilter; onChange: (patch: GoalFilter) => void }) {
  return (
    <Group gap="xs" mb="md">
      <TextInput
        w={{ base: '100%', xs: 240 }}
        placeholder={t('Goal, measure or component')}
        aria-label={t('Search goals')}
        maxLength={longest}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
      <Select
        w={{ base: '100%', xs: 160 }}
        aria-label={t('Dimension')}
        placeholder={t('Any dimension')}
        clearable
        data={dimensions}
        value={filter.dimension ?? null}
        onChange={(next) => onChange({ dimension: next ?? undefined })}
      />
      <SegmentedControl
        w={wide}
        aria-label={t('Which goals')}
        value={filter.show ?? 'all'}
        onChange={(next) => onChange({ show: next === 'all' ? undefined : next })}
        data={[
          { value: 'all', label: t('All') },
          { value: 'remarks', label: t('With remarks') },
        ]}
      />
    </Group>
  );
}

const views = [
  { value: 'list', label: t('By component') },
  { value: 'cascade', label: t('Cascade') },
  { value: 'matrix', label: t('Matrix') },
];

interface ShownProps {
  view: string | undefined;
  filter: GoalFilter;
  under: string | undefined;
  onUnder: (id: string | undefined) => void;
}

function Shown({ view, filter, under, onUnder }: ShownProps) {
  const { asOf } = filter;
  if (view === 'cascade') return <Cascade asOf={asOf} />;
  if (view === 'matrix') return <Matrix under={under} onUnder={onUnder} asOf={asOf} />;
  return <GoalGroups filter={filter} />;
}

export function GoalsScreen() {
  const { view, under, ...filter } = route.useSearch();
  const navigate = useNavigate();
  const { asOf } = filter;
  const change = (patch: GoalFilter & { under?: string | undefined; view?: string | undefined }) =>
    void navigate({ to: '/goals', search: (before) => ({ ...before, ...patch }), replace: true });
  const shown = <Shown view={view} filter={filter} under={under} onUnder={(id) => change({ under: id })} />;
  return (
    <>
      <PageTitle
        title={t('Goals')}
        about={t(
          'What each component is meant to achieve, which goal of the whole it serves, and how it is measured.',
        )}
      />
      <Group mb="sm" gap="sm" align="flex-end">
        <SegmentedControl
          w={wide}
          aria-label={t('How goals are shown')}
          data={views}
          value={view ?? 'list'}
          onChange={(next) => change({ view: next === 'list' ? undefined : next })}
        />
        <DateField
          w={{ base: '100%', xs: 170 }}
          label={t('As of')}
          clearable
          none={t('Today')}
          value={asOf ?? ''}
          onChange={(day) => change({ asOf: day || undefined })}
        />
      </Group>
      {(view ?? 'list') === 'list' && <Filters filter={filter} onChange={change} />}
      {asOf ? <GoalsAsOf asOf={asOf}>{shown}</GoalsAsOf> : shown}
    </>
  );
}

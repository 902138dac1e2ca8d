// All goals that the person may see: what they are about, how much they count, what they serve, what is hollow.
import { Badge, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { componentsQuery, goalsQuery, measuresQuery } from '../app/api/organisation-queries.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { plural } from '../app/words/due.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { dimensions } from './GoalDialog.tsx';
import { type GoalLine, toGoalLines } from './goal-lines.ts';

const route = getRouteApi('/signed-in/goals');

const columns: Columns<GoalLine> = [
  {
    id: 'goal',
    header: 'Goal',
    cell: ({ row: { original } }) => (
      <Text size="sm" fw={500} lineClamp={2}>
        {original.goal.title}
      </Text>
    ),
  },
  {
    id: 'component',
    header: 'Component',
    cell: ({ row: { original } }) => (
      <AnchorLink
        to="/organisation/$componentId"
        params={{ componentId: original.goal.componentId }}
        size="sm"
      >
        {original.componentName}
      </AnchorLink>
    ),
  },
  {
    id: 'dimension',
    header: 'About',
    cell: ({ row: { original } }) => original.goal.dimension ?? 'not said',
  },
  { id: 'priority', header: 'Priority', cell: ({ row: { original } }) => original.goal.priority },
  { id: 'measures', header: 'Measures', cell: ({ row: { original } }) => original.measureCount },
  {
    id: 'remarks',
    header: 'Remarks',
    cell: ({ row: { original } }) => (
      <Group gap={4}>
        {original.remarks.map((remark) => (
          <Badge key={remark} size="sm" variant="light" color="yellow">
            {remark}
          </Badge>
        ))}
        {original.serves.map((title) => (
          <Text key={title} size="xs" c="var(--cw-muted)">
            serves “{title}”
          </Text>
        ))}
      </Group>
    ),
  },
];
const idOf = ({ goal }: GoalLine): string => goal.id;

export function GoalsScreen() {
  const { q = '', dimension, show = 'all' } = route.useSearch();
  const navigate = useNavigate();
  const goals = useQuery(goalsQuery());
  const measures = useQuery(measuresQuery()).data ?? [];
  const components = useQuery(componentsQuery).data ?? [];
  const set = (patch: { q?: string; dimension?: string; show?: string }) =>
    void navigate({ to: '/goals', search: (before) => ({ ...before, ...patch }), replace: true });
  return (
    <>
      <PageTitle
        title="Goals"
        about="What each component is meant to achieve, and which goal of the whole it serves."
      />
      <Group gap="xs" mb="md">
        <TextInput
          size="xs"
          w={220}
          placeholder="Goal or component"
          aria-label="Search goals"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={q}
          onChange={(event) => set({ q: event.currentTarget.value || undefined })}
        />
        <Select
          size="xs"
          w={150}
          aria-label="Dimension"
          placeholder="Any dimension"
          clearable
          data={dimensions}
          value={dimension ?? null}
          onChange={(next) => set({ dimension: next ?? undefined })}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which goals"
          value={show}
          onChange={(next) => set({ show: next === 'all' ? undefined : next })}
          data={[
            { value: 'all', label: 'All' },
            { value: 'remarks', label: 'With remarks' },
          ]}
        />
      </Group>
      <Loaded query={goals} lines={8}>
        {(all) => {
          const lines = toGoalLines({ goals: all, measures, components }).filter(
            (line) =>
              `${line.goal.title} ${line.componentName}`.toLowerCase().includes(q.toLowerCase()) &&
              (!dimension || line.goal.dimension === dimension) &&
              (show === 'all' || line.remarks.length > 0),
          );
          if (lines.length === 0)
            return (
              <EmptyState
                title={all.length === 0 ? 'No goals yet' : 'No goal fits these filters'}
                icon={IconTarget}
              >
                {all.length === 0
                  ? 'Goals are set on a component’s page, in its plan, or by an import.'
                  : undefined}
              </EmptyState>
            );
          return (
            <>
              <Text size="sm" c="var(--cw-muted)" mb={4}>
                {plural(lines.length, 'goal')}
              </Text>
              <DataTable label="Goals" columns={columns} items={lines} idOf={idOf} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

// The launches, newest first.
import { Badge, Text } from '@mantine/core';
import { IconPlus, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { launchesQuery } from '../app/api/plan-queries.ts';
import type { Launch } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';

const columns: Columns<Launch> = [
  {
    id: 'cycle',
    header: 'Cycle',
    cell: ({ row: { original } }) => (
      <AnchorLink to="/launches/$launchId" params={{ launchId: original.id }} size="sm" fw={500}>
        {original.cycleId}, version {original.version}
      </AnchorLink>
    ),
  },
  {
    id: 'period',
    header: 'Period',
    cell: ({ row: { original } }) =>
      `${shortDate(original.period.start)} – ${shortDate(original.period.end)}`,
  },
  {
    id: 'progress',
    header: 'Plans',
    cell: ({ row: { original } }) => (
      <Text size="sm">
        {original.started} of {original.total}{' '}
        {original.failed > 0 && (
          <Badge size="sm" variant="light" color="red">
            {original.failed} failed
          </Badge>
        )}
      </Text>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ row: { original } }) => (original.status === 'done' ? 'Done' : 'Running'),
  },
  {
    id: 'by',
    header: 'Started',
    cell: ({ row: { original } }) => (
      <>
        {original.createdBy}, <TimeText at={original.createdAt} />
      </>
    ),
  },
];
const idOf = (launch: Launch): string => launch.id;

export function LaunchesScreen() {
  const query = useQuery(launchesQuery);
  const may = useMay();
  const start = may('launches.start') && (
    <ButtonLink to="/launches/new" leftSection={<IconPlus size={16} />}>
      Launch a cycle
    </ButtonLink>
  );
  return (
    <>
      <PageTitle
        title="Launches"
        about="A launch starts one plan for each chosen component."
        actions={start}
      />
      <Loaded query={query}>
        {(launches) =>
          launches.length === 0 ? (
            <EmptyState title="Nothing was launched yet" icon={IconRocket} action={start || undefined}>
              Publish a cycle, choose the components, and launch it for all of them at once.
            </EmptyState>
          ) : (
            <DataTable label="Launches" columns={columns} items={launches} idOf={idOf} />
          )
        }
      </Loaded>
    </>
  );
}

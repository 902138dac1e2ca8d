// The launches, newest first, with how far each is.
import { Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { launchesQuery } from '../app/api/plan-queries.ts';
import type { Launch } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useNames } from '../app/parts/use-names.ts';
import { useMay, useUses } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { LaunchBar } from './LaunchProgress.tsx';
import { launchedBy } from './launch-words.ts';
import classes from './launches.module.css';

/** A launch with the names of what it points at. */
interface Line {
  launch: Launch;
  cycleName: string;
  by: string;
}

const columns: Columns<Line> = [
  {
    id: 'cycle',
    header: t('Cycle'),
    cell: ({ row: { original } }) => (
      <>
        <AnchorLink to="/launches/$launchId" params={{ launchId: original.launch.id }} size="sm" fw={500}>
          {original.cycleName}
        </AnchorLink>
        <Text size="xs" c="var(--cw-muted)">
          {t('Version {version}', { version: original.launch.version })}
        </Text>
      </>
    ),
  },
  {
    id: 'period',
    header: t('Period'),
    cell: ({ row: { original } }) =>
      `${shortDate(original.launch.period.start)} – ${shortDate(original.launch.period.end)}`,
  },
  {
    id: 'progress',
    header: t('Plans'),
    cell: ({ row: { original } }) => <LaunchBar launch={original.launch} />,
  },
  {
    id: 'by',
    header: t('Launched'),
    cell: ({ row: { original } }) => (
      <>
        <TimeText at={original.launch.createdAt} />
        <Text size="xs" c="var(--cw-muted)">
          {t('by {person}', { person: original.by })}
        </Text>
      </>
    ),
  },
];
const idOf = ({ launch }: Line): string => launch.id;

/** On a narrow screen: one below the other, with the progress in sight. */
function LaunchCards({ lines }: { lines: Line[] }) {
  return (
    <Stack gap="xs" component="ul" className={classes.cards} aria-label={t('Launches')}>
      {lines.map(({ launch, cycleName, by }) => (
        <li key={launch.id} className={classes.card}>
          <AnchorLink to="/launches/$launchId" params={{ launchId: launch.id }} fw={600}>
            {cycleName}
          </AnchorLink>
          <Text size="xs" c="var(--cw-muted)" mb={10}>
            {t('Version {version}', { version: launch.version })} · {shortDate(launch.period.start)} –{' '}
            {shortDate(launch.period.end)}
          </Text>
          <LaunchBar launch={launch} wide />
          <Group gap={4} mt={8} fz="xs" c="var(--cw-muted)">
            <TimeText at={launch.createdAt} /> {t('by {person}', { person: by })}
          </Group>
        </li>
      ))}
    </Stack>
  );
}

function Launches({ lines }: { lines: Line[] }) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (narrow) return <LaunchCards lines={lines} />;
  return <DataTable label={t('Launches')} columns={columns} items={lines} idOf={idOf} />;
}

export function LaunchesScreen() {
  const query = useQuery({
    ...launchesQuery,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'running') ? 2_000 : false),
  });
  const cycles = new Map(useQuery(cyclesQuery).data?.map(({ id, name }) => [id, name]));
  const people = useNames(query.data?.map(({ createdBy }) => createdBy) ?? []);
  const may = useMay();
  const uses = useUses();
  const start = may('launches.start') && (
    <ButtonLink to="/launches/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('Launch a cycle')}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle
        title={t('Launches')}
        about={t('A launch starts one plan for each chosen component.')}
        actions={
          query.data?.length === 0 ? undefined : (
            <>
              {may('calibrations.plan') && uses('calibration-sessions') && (
                <ButtonLink to="/calibrations" variant="default">
                  {t('Calibration sessions')}
                </ButtonLink>
              )}
              {start}
            </>
          )
        }
      />
      <Loaded query={query}>
        {(launches) =>
          launches.length === 0 ? (
            <EmptyState title={t('Nothing was launched yet')} icon={IconRocket} action={start || undefined}>
              {t('Publish a cycle, choose the components, and launch it for all of them at once.')}
            </EmptyState>
          ) : (
            <Launches
              lines={launches.map((launch) => ({
                launch,
                cycleName: cycles.get(launch.cycleId) ?? launch.cycleId,
                by: launchedBy(launch.createdBy, people),
              }))}
            />
          )
        }
      </Loaded>
    </>
  );
}

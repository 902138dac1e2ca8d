// What came of each component of a launch; those that could not start, or were left out, are launched from here.
import { Alert, Badge, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { launchItemsQuery } from '../app/api/plan-queries.ts';
import type { Launch, LaunchItem } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { retell, t } from '../language/index.ts';
import { launchAgain } from './new-launch.ts';
import { useLaunch } from './use-launch.ts';

const looks = {
  waiting: { words: t('Waiting'), color: 'gray' },
  started: { words: t('Started'), color: 'teal' },
  skipped: { words: t('Had one already'), color: 'gray' },
  failed: { words: t('Could not start'), color: 'red' },
} as const;

const columns: Columns<LaunchItem> = [
  {
    id: 'component',
    header: t('Component'),
    cell: ({ row: { original } }) => (
      <>
        <AnchorLink
          to="/organisation/$componentId"
          params={{ componentId: original.componentId }}
          size="sm"
          c="var(--cw-text)"
        >
          {original.componentName}
        </AnchorLink>
        <Text size="xs" c="var(--cw-muted)" hiddenFrom="sm">
          {looks[original.state].words}
        </Text>
      </>
    ),
  },
  {
    id: 'state',
    header: t('Result'),
    cell: ({ row: { original } }) => (
      <Badge size="sm" variant="light" tt="none" color={looks[original.state].color}>
        {looks[original.state].words}
      </Badge>
    ),
  },
  {
    id: 'what',
    header: t('Plan'),
    cell: ({ row: { original } }) =>
      original.planId ? (
        <AnchorLink to="/plans/$planId" params={{ planId: original.planId }} size="sm">
          {original.state === 'skipped' ? t('See the plan that it has') : t('See the plan')}
        </AnchorLink>
      ) : (
        <Text size="sm">{retell(original.problem ?? '')}</Text>
      ),
  },
];
const idOf = ({ componentId }: LaunchItem): string => componentId;

function Again({ launch, failed }: { launch: Launch; failed: LaunchItem[] }) {
  const again = useLaunch();
  const may = useMay()('launches.start');
  return (
    <Alert
      color="red"
      title={t('{count, plural, one {# component} other {# components}} could not start', {
        count: failed.length,
      })}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t(
            'Mend what the list says, then launch them again: the same cycle, version, period and variables. The others stay as they are.',
          )}
        </Text>
        {again.isError && <Failure error={again.error} />}
        {may && (
          <Button
            size="xs"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate(launchAgain(launch, failed))}
          >
            {failed.length === 1
              ? t('Launch it again')
              : t('Launch these {count} again', { count: failed.length })}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Skipped({ launch, skipped }: { launch: Launch; skipped: LaunchItem[] }) {
  const again = useLaunch();
  const may = useMay()('launches.start');
  const count = skipped.length;
  return (
    <Alert
      color="gray"
      title={t(
        '{count, plural, one {# component has} other {# components have}} a plan of this cycle already',
        { count },
      )}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('Nothing was started beside an active plan: it goes on as it was.')}</Text>
        {again.isError && <Failure error={again.error} />}
        {may && (
          <Button
            size="xs"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate(launchAgain(launch, skipped))}
          >
            {count === 1 ? t('Start another plan for it') : t('Start another plan for each')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function Results({ launch }: { launch: Launch }) {
  const [show, setShow] = useState('all');
  const items = useQuery(launchItemsQuery(launch.id, launch.started + launch.failed + launch.skipped));
  const inState = (wanted: LaunchItem['state']) => (items.data ?? []).filter(({ state }) => state === wanted);
  const failed = inState('failed');
  const skipped = inState('skipped');
  return (
    <Stack mt="lg">
      {launch.status === 'done' && failed.length > 0 && <Again launch={launch} failed={failed} />}
      {launch.status === 'done' && skipped.length > 0 && <Skipped launch={launch} skipped={skipped} />}
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('Which results')}
        value={show}
        onChange={setShow}
        data={[
          { value: 'all', label: t('All {count}', { count: launch.total }) },
          { value: 'started', label: t('Started {count}', { count: launch.started }) },
          ...(launch.skipped > 0
            ? [{ value: 'skipped', label: t('Had one already {count}', { count: launch.skipped }) }]
            : []),
          { value: 'failed', label: t('Could not start {count}', { count: launch.failed }) },
        ]}
      />
      <Loaded query={items}>
        {(all) => (
          <DataTable
            label={t('Results per component')}
            columns={columns}
            items={show === 'all' ? all : all.filter(({ state }) => state === show)}
            idOf={idOf}
          />
        )}
      </Loaded>
    </Stack>
  );
}

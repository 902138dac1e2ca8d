// What came of each component of a launch; those that could not start, or were left out, are launched from here.
import { Alert, Badge, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { launchItemsInQuery, launchItemsQuery } from '../app/api/plan-queries.ts';
import type { Launch, LaunchItem } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { More } from '../app/parts/More.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { saidInWords } from '../app/words/due.ts';
import { t } from '../language/index.ts';
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
        <Text size="sm">{saidInWords(original.problem ?? '')}</Text>
      ),
  },
];
const idOf = ({ componentId }: LaunchItem): string => componentId;

const shows = ['all', 'started', 'skipped', 'failed'] as const;
type Show = (typeof shows)[number];
const isShow = (word: string): word is Show => shows.some((show) => show === word);

/** Launches those of a state again; they are read only now, since there may be thousands. */
function useAgain(launch: Launch, state: LaunchItem['state']) {
  const client = useQueryClient();
  const again = useLaunch();
  const read = useMutation({
    mutationFn: () => client.fetchQuery(launchItemsInQuery(launch.id, state)),
    onSuccess: (items) => again.mutate(launchAgain(launch, items)),
  });
  return {
    start: () => read.mutate(),
    isPending: read.isPending || again.isPending,
    error: read.error ?? again.error,
  };
}

function Again({ launch }: { launch: Launch }) {
  const again = useAgain(launch, 'failed');
  const may = useMay()('launches.start');
  const count = launch.failed;
  return (
    <Alert
      color="red"
      title={t('{count, plural, one {# component} other {# components}} could not start', { count })}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t(
            'Mend what the list says, then launch them again: the same cycle, version, period and variables. The others stay as they are.',
          )}
        </Text>
        {again.error && <Failure error={again.error} />}
        {may && (
          <Button size="xs" variant="default" loading={again.isPending} onClick={again.start}>
            {count === 1 ? t('Launch it again') : t('Launch these {count} again', { count })}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Skipped({ launch }: { launch: Launch }) {
  const again = useAgain(launch, 'skipped');
  const may = useMay()('launches.start');
  const count = launch.skipped;
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
        {again.error && <Failure error={again.error} />}
        {may && (
          <Button size="xs" variant="default" loading={again.isPending} onClick={again.start}>
            {count === 1 ? t('Start another plan for it') : t('Start another plan for each')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function Results({ launch }: { launch: Launch }) {
  const [show, setShow] = useState<Show>('all');
  const { total: all, started, skipped, failed } = launch;
  const totals: Record<Show, number> = { all, started, skipped, failed };
  const settled = launch.started + launch.failed + launch.skipped;
  const state = show === 'all' ? undefined : show;
  const query = useInfiniteQuery(launchItemsQuery(launch.id, { settled, state }));
  return (
    <Stack mt="lg">
      {launch.status === 'done' && launch.failed > 0 && <Again launch={launch} />}
      {launch.status === 'done' && launch.skipped > 0 && <Skipped launch={launch} />}
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('Which results')}
        value={show}
        onChange={(next) => setShow(isShow(next) ? next : 'all')}
        data={[
          { value: 'all', label: t('All {count}', { count: launch.total }) },
          { value: 'started', label: t('Started {count}', { count: launch.started }) },
          ...(launch.skipped > 0
            ? [{ value: 'skipped', label: t('Had one already {count}', { count: launch.skipped }) }]
            : []),
          { value: 'failed', label: t('Could not start {count}', { count: launch.failed }) },
        ]}
      />
      <Loaded query={query}>
        {({ pages }) => (
          <div>
            <DataTable
              label={t('Results per component')}
              columns={columns}
              items={pages.flatMap(({ items }) => items)}
              idOf={idOf}
              total={totals[show]}
            />
            <More query={query} />
          </div>
        )}
      </Loaded>
    </Stack>
  );
}

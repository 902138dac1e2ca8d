// One launch: how far it is, and what came of each component.
import { Badge, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { launchItemsQuery, launchQuery } from '../app/api/plan-queries.ts';
import type { Launch, LaunchItem } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { shortDate } from '../app/words/due.ts';
import { PageTitle } from '../theme/PageTitle.tsx';

const route = getRouteApi('/signed-in/launches/$launchId');
const stateWords = { waiting: 'Waiting', started: 'Started', failed: 'Failed' } as const;
const stateColours = { waiting: 'gray', started: 'teal', failed: 'red' } as const;

const columns: Columns<LaunchItem> = [
  {
    id: 'component',
    header: 'Component',
    cell: ({ row: { original } }) =>
      original.planId ? (
        <AnchorLink to="/plans/$planId" params={{ planId: original.planId }} size="sm">
          {original.componentName}
        </AnchorLink>
      ) : (
        original.componentName
      ),
  },
  {
    id: 'state',
    header: 'Result',
    cell: ({ row: { original } }) => (
      <Badge size="sm" variant="light" color={stateColours[original.state]}>
        {stateWords[original.state]}
      </Badge>
    ),
  },
  { id: 'problem', header: 'What went wrong', cell: ({ row: { original } }) => original.problem ?? '' },
];
const idOf = (item: LaunchItem): string => item.componentId;

export function LaunchProgress({ launch }: { launch: Launch }) {
  const { total, started, failed, status } = launch;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  const words = `${started} of ${total} started${failed > 0 ? `, ${failed} failed` : ''}`;
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">
          {words}
        </Text>
        <Text size="sm" c="var(--cw-muted)">
          {status === 'done' ? 'Done' : 'Running: you may leave this page'}
        </Text>
      </Group>
      <Progress.Root size="lg" radius="xl">
        <Progress.Section value={share(started)} color="teal" aria-label={words} />
        <Progress.Section value={share(failed)} color="red" aria-label={`${failed} failed`} />
      </Progress.Root>
    </Stack>
  );
}

function Results({ launch }: { launch: Launch }) {
  const [show, setShow] = useState('all');
  const items = useQuery(launchItemsQuery(launch.id, launch.started + launch.failed));
  return (
    <Stack mt="lg">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label="Which results"
        value={show}
        onChange={setShow}
        data={[
          { value: 'all', label: 'All' },
          { value: 'failed', label: `Failed ${launch.failed}` },
        ]}
      />
      <Loaded query={items}>
        {(all) => (
          <DataTable
            label="Results per component"
            columns={columns}
            items={show === 'failed' ? all.filter(({ state }) => state === 'failed') : all}
            idOf={idOf}
          />
        )}
      </Loaded>
    </Stack>
  );
}

export function LaunchScreen() {
  const { launchId } = route.useParams();
  const query = useQuery(launchQuery(launchId));
  useCrumb(query.data ? `Launch of ${query.data.cycleId}` : '');
  return (
    <Loaded query={query}>
      {(launch) => (
        <>
          <PageTitle
            title={`Launch of ${launch.cycleId}, version ${launch.version}`}
            about={
              <>
                {shortDate(launch.period.start)} – {shortDate(launch.period.end)} · started by{' '}
                {launch.createdBy} on <TimeText at={launch.createdAt} />
              </>
            }
            actions={
              <ButtonLink to="/plans" search={{ launch: launch.id, status: 'all' }} variant="default">
                See its plans
              </ButtonLink>
            }
          />
          <LaunchProgress launch={launch} />
          <Results launch={launch} />
        </>
      )}
    </Loaded>
  );
}

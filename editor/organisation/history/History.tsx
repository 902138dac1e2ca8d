// The history of a component: who answered for it, where it was and when it was there, each with the day's tree.
import { Stack, Text, Timeline, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { leavesOfQuery } from '../../absences/absence-queries.ts';
import { versionsQuery } from '../../app/api/tree-queries.ts';
import type { Absence, ComponentVersion } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { AnchorLink } from '../../app/parts/links.tsx';
import { useComponentNames, useNames } from '../../app/parts/use-names.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { exactly, shortDate } from '../../app/words/due.ts';
import cards from '../../goals/goals.module.css';
import { t } from '../../language/index.ts';
import { inOrder, toHistoryLines, toLeaveLines } from './history-lines.ts';

/** Of everybody who ever answered for it, as far as the reader may see them. */
function useLeaves(versions: readonly ComponentVersion[]): Absence[] {
  const may = useMay();
  const owners = [...new Set(versions.flatMap(({ component }) => component.ownerId ?? []))];
  return useQueries({
    queries: owners.map((personId) => ({
      ...leavesOfQuery(personId),
      enabled: may('absences.read'),
    })),
    combine: (found) => found.flatMap(({ data }) => data ?? []),
  });
}

export function History({ componentId }: { componentId: string }) {
  const versions = useQuery(versionsQuery(componentId));
  const states = versions.data?.map(({ component }) => component) ?? [];
  const componentNames = useComponentNames(states.map(({ parentId }) => parentId));
  const personNames = useNames(
    states.flatMap(({ ownerId, managerId, secondManagerId }) => [ownerId, managerId, secondManagerId]),
  );
  const names = {
    component: (id: string) => componentNames.get(id) ?? id,
    person: (id: string) => personNames.get(id) ?? id,
  };
  const leaves = useLeaves(versions.data ?? []);
  return (
    <section className={cards.card} aria-label={t('History')}>
      <Title order={4} mb="sm">
        {t('History')}
      </Title>
      <Loaded query={versions} lines={3}>
        {(all) => (
          <Timeline bulletSize={12} lineWidth={2} active={0}>
            {inOrder([...toHistoryLines(all, names), ...toLeaveLines(all, leaves, names)]).map(
              ({ key, at, day, by, changes }) => (
                <Timeline.Item key={key}>
                  <Stack gap={2}>
                    {changes.map((words) => (
                      <Text key={words} size="sm" style={{ overflowWrap: 'anywhere' }}>
                        {words}
                      </Text>
                    ))}
                    <Text size="xs" c="var(--cw-muted)">
                      <span title={at === day ? undefined : exactly(at)}>{shortDate(at)}</span> · {by} ·{' '}
                      <AnchorLink to="/organisation" search={{ asOf: day }} inherit c="var(--cw-muted)">
                        {t('the tree of that day')}
                      </AnchorLink>
                    </Text>
                  </Stack>
                </Timeline.Item>
              ),
            )}
          </Timeline>
        )}
      </Loaded>
    </section>
  );
}

// How far a launch is: a bar of what started and what could not, and the same in words.
import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Launch } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { progressWords } from './launch-words.ts';

function Bar({ launch, size }: { launch: Launch; size: 'sm' | 'lg' }) {
  const { total, started, failed, skipped } = launch;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <Progress.Root size={size} radius="xl" aria-hidden>
      <Progress.Section value={share(started)} color="var(--cw-outcome-meets)" withAria={false} />
      <Progress.Section value={share(skipped)} color="var(--cw-border-strong)" withAria={false} />
      <Progress.Section value={share(failed)} color="var(--cw-danger)" withAria={false} />
    </Progress.Root>
  );
}

/** For a line of a list, or a whole card. */
export function LaunchBar({ launch, wide = false }: { launch: Launch; wide?: boolean }) {
  return (
    <Stack gap={4} maw={wide ? undefined : 260}>
      <Text size="sm">{progressWords(launch)}</Text>
      <Bar launch={launch} size="sm" />
    </Stack>
  );
}

export function LaunchProgress({ launch }: { launch: Launch }) {
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} role="status">
          {progressWords(launch)}
        </Text>
        <Text size="sm" c="var(--cw-muted)">
          {launch.status === 'done' ? t('Done') : t('It goes on when you leave this page')}
        </Text>
      </Group>
      <Bar launch={launch} size="lg" />
    </Stack>
  );
}

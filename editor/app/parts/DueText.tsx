// When something is due: words, an icon and a colour together; the exact instant on hover.
import { Group, Text, Tooltip } from '@mantine/core';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { viewerZone } from '../../language/index.ts';
import { dueOf, exactly, nowInstant } from '../words/due.ts';

const colours = {
  late: 'var(--cw-danger)',
  today: 'var(--cw-warning)',
  'this-week': 'var(--cw-muted)',
  later: 'var(--cw-muted)',
} as const;

export function DueText({ at, size = 'xs' }: { at: string | null; size?: 'xs' | 'sm' }) {
  const due = dueOf(at, nowInstant(), viewerZone());
  const Icon = due.section === 'late' ? IconAlertCircle : IconClock;
  const words = (
    <Group component="span" gap={4} wrap="nowrap" style={{ color: colours[due.section], flex: 'none' }}>
      <Icon size={13} aria-hidden />
      <Text span size={size} fw={due.section === 'late' ? 600 : 400} inherit={false}>
        {due.words}
      </Text>
    </Group>
  );
  return at === null ? words : <Tooltip label={exactly(at)}>{words}</Tooltip>;
}

// When something is due: words, an icon and a weight together with the colour, so that each says it alone; the exact instant
// on hover, in the zone of who has it.
import { Group, Text } from '@mantine/core';
import { IconAlertCircle, IconClock, IconHourglassLow } from '@tabler/icons-react';
import { viewerZone } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import { type DueTone, dueOf, exactly, nowInstant, toneOf } from '../words/due.ts';

const looks = {
  late: { colour: 'var(--cw-danger)', weight: 600, icon: IconAlertCircle },
  soon: { colour: 'var(--cw-warning)', weight: 500, icon: IconHourglassLow },
  calm: { colour: 'var(--cw-muted)', weight: 400, icon: IconClock },
} as const satisfies Record<DueTone, unknown>;

interface Props {
  at: string | null;
  /** From when it is soon due; left out: on its last day. */
  soonAt?: string | null;
  /** Of who has it; left out: the viewer's. */
  zone?: string;
  size?: 'xs' | 'sm';
}

export function DueText({ at, soonAt, zone = viewerZone(), size = 'xs' }: Props) {
  const now = nowInstant();
  const due = dueOf(at, now, zone);
  const tone = toneOf({ at, zone, ...(soonAt === undefined ? {} : { soonAt }) }, now);
  const { colour, weight, icon: Icon } = looks[tone];
  const words = (
    <Group component="span" gap={4} wrap="nowrap" style={{ color: colour, flex: 'none' }} data-due={tone}>
      <Icon size={13} aria-hidden />
      <Text span size={size} fw={weight} inherit={false}>
        {due.words}
      </Text>
    </Group>
  );
  return at === null ? words : <Hint label={() => exactly(at, zone)}>{words}</Hint>;
}

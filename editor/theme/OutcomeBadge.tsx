// An outcome as shape, colour and words. Null is "not scored", which is never shown as zero.
import { Badge } from '@mantine/core';
import type { Outcome } from '../../engine/index.ts';
import { OutcomeShape } from './OutcomeShape.tsx';
import { outcomeStyle } from './theme.ts';

interface Props {
  outcome: Outcome | null;
  /** Follows the words, such as the score. */
  detail?: string;
  size?: 'sm' | 'md' | 'lg';
}

export function OutcomeBadge({ outcome, detail, size = 'md' }: Props) {
  const kind = outcome ?? 'not-scored';
  const { color, tint, words } = outcomeStyle[kind];
  return (
    <Badge
      size={size}
      radius="xl"
      variant="light"
      leftSection={<OutcomeShape outcome={kind} />}
      style={{
        '--badge-bg': tint,
        '--badge-color': color,
        textTransform: 'none',
        minWidth: 'max-content',
        fontWeight: 600,
        border: outcome === null ? `1px dashed ${color}` : undefined,
      }}
    >
      {detail ? `${words} · ${detail}` : words}
    </Badge>
  );
}

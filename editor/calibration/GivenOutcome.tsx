// An outcome that somebody gave; a dash where nobody has yet.
import { Text, VisuallyHidden } from '@mantine/core';
import type { Outcome } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';

export function GivenOutcome({ outcome }: { outcome: Outcome | null }) {
  if (outcome) return <OutcomeBadge outcome={outcome} size="sm" />;
  return (
    <Text span size="sm" c="var(--cw-muted)">
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('Not given yet')}</VisuallyHidden>
    </Text>
  );
}

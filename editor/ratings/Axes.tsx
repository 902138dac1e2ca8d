// Results and methods side by side.
import { Group, Text } from '@mantine/core';
import type { Outcome } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';

export function Axes({ results, methods }: { results: Outcome | null; methods: Outcome | null }) {
  return (
    <Group gap="4px var(--mantine-spacing-lg)">
      <Text size="sm" component="div">
        {t('Results')} <OutcomeBadge outcome={results} size="sm" />
      </Text>
      <Text size="sm" component="div">
        {t('Methods')} <OutcomeBadge outcome={methods} size="sm" />
      </Text>
    </Group>
  );
}

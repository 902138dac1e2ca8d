// In place of acts on goals by which a plan judges the reader.
import { Text } from '@mantine/core';
import { t } from '../language/index.ts';

export const judgedByWords = t(
  'A plan that goes on judges you by these goals: propose changes in your task of the plan, or ask your manager or HR.',
);

export const JudgedBy = () => (
  <Text size="sm" c="var(--cw-muted)">
    {judgedByWords}
  </Text>
);

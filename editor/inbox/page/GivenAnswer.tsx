// What somebody gave in a task, to be read: it is changed only where it is opened again.
import { Stack, Text, Title } from '@mantine/core';
import type { Goal } from '../../../engine/index.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import { GivenWords } from './GivenWords.tsx';
import { givenLines } from './given-lines.ts';

export function GivenAnswer({ task, goals }: { task: TaskDetail; goals: readonly Goal[] }) {
  const lines = task.state === 'completed' ? givenLines(task, goals) : [];
  if (lines.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t('What was given')}>
      <Title order={3} mb="sm">
        {t('What was given')}
      </Title>
      <Stack gap="md">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order.
          <div key={at} className={classes.given}>
            <Text size="sm" fw={600}>
              {line.label}
            </Text>
            <GivenWords line={line} />
          </div>
        ))}
      </Stack>
    </section>
  );
}

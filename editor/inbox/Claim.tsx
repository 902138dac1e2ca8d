// Taking a task that is nobody's; its form comes once it is one's own.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { GiveTask } from './GiveTask.tsx';

const wordsFor = (task: TaskDetail) =>
  task.unplaced
    ? {
        title: t('There is nobody to work it'),
        what: t('Give it to somebody who can do it, or take it yourself.'),
      }
    : {
        title: t('Nobody has this task yet'),
        what: t('Take it, and it is yours to do; the others no longer see it in their inbox.'),
      };

export function Claim({ task }: { task: TaskDetail }) {
  const client = useQueryClient();
  const claim = useMutation({
    mutationFn: () => post(`/tasks/${encodeURIComponent(task.id)}/claim`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const { title, what } = wordsFor(task);
  const isGiven = task.unplaced && task.mayPassOn;
  return (
    <Alert icon={<IconHandGrab aria-hidden />} title={title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{what}</Text>
        {claim.isError && <Failure error={claim.error} />}
        <Group gap="xs">
          {isGiven && <GiveTask task={task} words={t('Give it to somebody')} />}
          <Button
            variant={isGiven ? 'default' : 'filled'}
            loading={claim.isPending}
            onClick={() => claim.mutate()}
          >
            {t('Take this task')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

// Taking a task that is nobody's; its form comes once it is one's own.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { isForRole } from './sort-tasks.ts';

export function Claim({ task }: { task: TaskDetail }) {
  const client = useQueryClient();
  const claim = useMutation({
    mutationFn: () => post(`/tasks/${encodeURIComponent(task.id)}/claim`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <Alert
      icon={<IconHandGrab aria-hidden />}
      title={isForRole(task) ? t('Nobody has this task yet') : t('There is nobody to work it')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {isForRole(task)
            ? t('Take it, and it is yours to do; the others no longer see it in their inbox.')
            : t('Give it to somebody who can do it, or take it yourself.')}
        </Text>
        {claim.isError && <Failure error={claim.error} />}
        <Button loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('Take this task')}
        </Button>
      </Stack>
    </Alert>
  );
}

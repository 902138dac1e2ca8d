// Giving a task to somebody else, or declining it.
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserShare } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { GiveFields } from './GiveFields.tsx';

const Decline = latePart(async () => (await import('./raters/Decline.tsx')).Decline);

function Delegate({ task, onDone }: { task: TaskDetail; onDone: () => void }) {
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: (given: { to: string; reason: string }) =>
      post<TaskDetail>(`/tasks/${encodeURIComponent(task.id)}/delegate`, {
        ...given,
        from: task.assignee?.id ?? null,
      }),
    onSuccess: async ({ assignee }) => {
      onDone();
      told(
        t('{person} has the task now.', {
          person: assignee?.name ?? t('The other person'),
        }),
      );
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <Stack>
      {give.isError && <Failure error={give.error} />}
      <GiveFields
        without={task.assignee?.id}
        act={t('Give the task')}
        busy={give.isPending}
        onGive={(to, reason) => give.mutate({ to, reason })}
      />
    </Stack>
  );
}

export function TaskActs({ task }: { task: TaskDetail }) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Group>
        {task.mayPassOn && (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconUserShare size={14} />}
            onClick={dialog.open}
          >
            {t('Give to somebody else')}
          </Button>
        )}
        <Suspense>{task.mayDecline && <Decline task={task} />}</Suspense>
      </Group>
      <Dialog opened={opened} onClose={dialog.close} title={t('Give the task to somebody else')}>
        <Delegate task={task} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

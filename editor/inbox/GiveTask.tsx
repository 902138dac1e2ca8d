// Giving a task to somebody else: the button, and the dialog that asks to whom and why.
import { Button, type ButtonProps, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserShare } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { GiveFields } from './GiveFields.tsx';

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

export function GiveTask({ task, words, ...look }: ButtonProps & { task: TaskDetail; words: string }) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconUserShare size={14} aria-hidden />} {...look} onClick={dialog.open}>
        {words}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t('Give the task to somebody else')}>
        <Delegate task={task} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

// Saying that one cannot give one's view of somebody, and why: somebody else is then looked for.
import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../app/api/request.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { told } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Words } from '../forms/Words.tsx';

/** Whom the reason is for, by the promise under which they answer. */
const whoReads = ({ promise }: TaskDetail): string =>
  promise?.anonymity === 'named'
    ? t('Whoever names the raters and HR read it.')
    : t('Their manager and HR read it. Whom it is about learns neither that it was you nor why.');

export function Decline({ task }: { task: TaskDetail }) {
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const decline = useMutation({
    mutationFn: () => post(`/tasks/${encodeURIComponent(task.id)}/decline`, { reason: reason.trim() }),
    onSuccess: async () => {
      dialog.close();
      told(t('You are not asked any more. Somebody else is looked for.'));
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconUserOff size={14} aria-hidden />}
        onClick={dialog.open}
      >
        {t('I cannot give my view')}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t('I cannot give my view')}>
        <Stack>
          <Words
            label={t('Why you cannot')}
            description={whoReads(task)}
            value={reason}
            onChange={setReason}
          />
          <Text size="sm" c="var(--cw-muted)">
            {t('The task leaves your inbox. What you have typed into it is not handed in.')}
          </Text>
          {decline.isError && <Failure error={decline.error} />}
          <Button
            disabled={reason.trim() === ''}
            loading={decline.isPending}
            onClick={() => decline.mutate()}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('Decline')}
          </Button>
        </Stack>
      </Dialog>
    </>
  );
}

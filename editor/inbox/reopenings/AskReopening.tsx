// Under what somebody handed in: asking that it is opened again, what became of it, or why it cannot be.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../app/api/request.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { told } from '../../app/parts/told.ts';
import { saidInWords } from '../../app/words/due.ts';
import { t, tx } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Words } from '../forms/Words.tsx';

type Reopening = NonNullable<TaskDetail['reopening']>;
type Request = Reopening['requests'][number];

function Ask({ task }: { task: TaskDetail }) {
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      post<TaskDetail>(`/tasks/${encodeURIComponent(task.id)}/reopening`, { reason: reason.trim() }),
    onSuccess: async () => {
      dialog.close();
      told(t('You hear here and by notification what is decided.'), t('Asked to open it again'));
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconLockOpen size={14} aria-hidden />}
        onClick={dialog.open}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('Ask to open it again')}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t('Ask to open it again')}>
        <Stack>
          <Text size="sm">
            {t(
              'A manager above you or HR decides. Until then it stays as you gave it; opened again, it comes back to you with all that you wrote.',
            )}
          </Text>
          <Words label={t('What you want to change, and why')} value={reason} onChange={setReason} />
          {ask.isError && <Failure error={ask.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t('Cancel')}
            </Button>
            <Button disabled={reason.trim() === ''} loading={ask.isPending} onClick={() => ask.mutate()}>
              {t('Send request')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

const titles: Record<Request['state'], string> = {
  asked: t('You asked to open it again'),
  granted: t('It is open again'),
  refused: t('It stays as it is'),
};
const colors: Record<Request['state'], string> = { asked: 'indigo', granted: 'teal', refused: 'gray' };

function Last({ request }: { request: Request }) {
  const { state, at, decidedAt, decidedBy, answer, reason } = request;
  return (
    <Alert variant="light" color={colors[state]} icon={<IconLockOpen aria-hidden />} title={titles[state]}>
      <Text size="sm">
        {decidedAt && decidedBy
          ? tx('{person} decided it on {time}.', {
              person: decidedBy.name,
              time: <TimeText at={decidedAt} />,
            })
          : tx('Asked on {time}. A manager above you or HR decides.', { time: <TimeText at={at} /> })}
      </Text>
      <Text size="sm" mt={4}>
        {answer ?? t('Your reason: {reason}', { reason })}
      </Text>
    </Alert>
  );
}

export function AskReopening({ task, reopening }: { task: TaskDetail; reopening: Reopening }) {
  const { may, why, requests } = reopening;
  const last = requests.at(-1);
  const isWaiting = last?.state === 'asked';
  // One that was granted is over once the task is handed in again, and one that waits once the plan has gone on.
  const isCurrent = last && (last.state === 'granted' ? task.state === 'open' : !isWaiting || may);
  return (
    <>
      {isCurrent && <Last request={last} />}
      {may && !isWaiting && <Ask task={task} />}
      {why !== null && (
        <Text size="sm" c="var(--cw-muted)" maw="72ch">
          {saidInWords(why)}
        </Text>
      )}
    </>
  );
}

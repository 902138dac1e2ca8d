// Giving a task to somebody else, or taking one that is nobody's.
import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandGrab, IconUserShare } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { t, tAs } from '../language/index.ts';

interface Props {
  task: TaskDetail;
  people: { id: string; name: string }[];
}

function Delegate({ task, people, onDone }: Props & { onDone: () => void }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: () =>
      post(`/tasks/${encodeURIComponent(task.id)}/delegate`, { to: personId, reason: reason.trim() }),
    onSuccess: async () => {
      onDone();
      told(
        t('{person} has the task now.', {
          person: people.find(({ id }) => id === personId)?.name ?? t('The other person'),
        }),
      );
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <Stack>
      <Text size="sm">
        {t('The other person gets the task with its due date; the history shows that you gave it.')}
      </Text>
      {give.isError && <Failure error={give.error} />}
      <Select
        label={tAs('person', 'To')}
        placeholder={t('Choose a person')}
        searchable
        limit={50}
        data={people
          .filter(({ id }) => id !== task.assignee?.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <Textarea
        label={t('Why')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        disabled={!personId || reason.trim() === ''}
        loading={give.isPending}
        onClick={() => give.mutate()}
      >
        {t('Give the task')}
      </Button>
    </Stack>
  );
}

export function TaskActs({ task, people }: Props) {
  const [opened, dialog] = useDisclosure(false);
  const client = useQueryClient();
  const claim = useMutation({
    mutationFn: () => post(`/tasks/${encodeURIComponent(task.id)}/claim`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <>
      {claim.isError && <Failure error={claim.error} />}
      <Group>
        {task.assignee === null && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHandGrab size={14} />}
            onClick={() => claim.mutate()}
          >
            {t('Take this task')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconUserShare size={14} />}
          onClick={dialog.open}
        >
          {t('Give to somebody else')}
        </Button>
      </Group>
      <Modal opened={opened} onClose={dialog.close} title={t('Give the task to somebody else')}>
        <Delegate task={task} people={people} onDone={dialog.close} />
      </Modal>
    </>
  );
}

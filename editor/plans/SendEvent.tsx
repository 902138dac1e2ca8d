// Gives the plan an event by hand, for those who may: what it accepts now is offered.
import { Button, JsonInput, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { inWords } from '../app/words/history.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

export function SendEvent({ plan }: { plan: PlanDetail }) {
  const [opened, dialog] = useDisclosure(false);
  const [type, setType] = useState<string | null>(null);
  const [data, setData] = useState('');
  const client = useQueryClient();
  const choices = plan.sendableEvents;
  const send = useMutation({
    mutationFn: () =>
      post(`/plans/${encodeURIComponent(plan.id)}/events`, {
        type,
        ...(data.trim() ? { data: JSON.parse(data) } : {}),
      }),
    onSuccess: async () => {
      dialog.close();
      told(t('The plan took the event.'));
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
  if (choices.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconSend size={16} />} onClick={dialog.open}>
        {t('Send an event')}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t('Send an event to this plan')}>
        <Stack>
          <Text size="sm">
            {t('An event is a fact: the plan moves when its cycle says so, and its history names you.')}
          </Text>
          {send.isError && <Failure error={send.error} />}
          <Select
            label={t('Event')}
            data={choices.map((value) => ({ value, label: `${inWords(value)} (${value})` }))}
            value={type}
            onChange={setType}
          />
          <JsonInput
            label={t('Data (optional)')}
            description={t('JSON, such as { "reason": "merged with another team" }')}
            validationError={t('This is not JSON.')}
            autosize
            minRows={2}
            value={data}
            onChange={setData}
          />
          <Button disabled={!type} loading={send.isPending} onClick={() => send.mutate()}>
            {t('Send event')}
          </Button>
        </Stack>
      </Dialog>
    </>
  );
}

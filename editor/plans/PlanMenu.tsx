// What is seldom done to a plan, and by few.
import { ActionIcon, Button, Group, Menu, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleX, IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

function CancelPlan({ plan, onClose }: { plan: PlanDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => post(`/plans/${encodeURIComponent(plan.id)}/cancel`, { reason: reason.trim() }),
    onSuccess: async () => {
      onClose();
      told(t('The plan is cancelled.'));
      await Promise.all(['plans', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <>
      <Text size="sm" mb="sm">
        {t(
          'The plan of {component} ends now: its open tasks and reminders end with it, and what was written stays readable. It cannot be taken back.',
          { component: plan.componentName },
        )}
      </Text>
      {cancel.isError && <Failure error={cancel.error} />}
      <Textarea
        label={t('Why it is cancelled')}
        description={t('It stays in the history of the plan, for all who may read it.')}
        autosize
        minRows={2}
        maxLength={500}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('Keep the plan')}
        </Button>
        <Button
          color="red"
          disabled={reason.trim() === ''}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t('Cancel the plan')}
        </Button>
      </Group>
    </>
  );
}

export function PlanMenu({ plan }: { plan: PlanDetail }) {
  const [opened, dialog] = useDisclosure(false);
  if (!plan.mayCancel) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('More acts')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCircleX size={16} />} onClick={dialog.open}>
            {t('Cancel this plan…')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={opened} onClose={dialog.close} title={t('Cancel this plan')}>
        <CancelPlan plan={plan} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

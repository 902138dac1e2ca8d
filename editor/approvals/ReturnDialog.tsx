// Returning what was asked for, never without a reason.
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  name: string;
  busy: boolean;
  onReturn: (reason: string) => void;
  onClose: () => void;
}

export function ReturnDialog({ name, busy, onReturn, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Dialog opened onClose={onClose} title={t('Return it to {name}', { name })}>
      <Textarea
        label={t('What should be different')}
        description={t('{name} is told. The draft stays as it is.', { name })}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('Back')}
        </Button>
        <Button disabled={reason.trim() === ''} loading={busy} onClick={() => onReturn(reason.trim())}>
          {t('Return it')}
        </Button>
      </Group>
    </Dialog>
  );
}

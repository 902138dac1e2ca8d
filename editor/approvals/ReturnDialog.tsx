// Returning what was asked for, never without a reason.
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

interface Props {
  name: string;
  busy: boolean;
  onReturn: (reason: string) => void;
  onClose: () => void;
}

export function ReturnDialog({ name, busy, onReturn, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={`Return it to ${name}`}>
      <Textarea
        label="What should be different"
        description={`${name} is told. The draft stays as it is.`}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button disabled={reason.trim() === ''} loading={busy} onClick={() => onReturn(reason.trim())}>
          Return it
        </Button>
      </Group>
    </Modal>
  );
}

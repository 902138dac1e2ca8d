// To whom tasks go, and why.
import { Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery } from '../../app/api/organisation-queries.ts';
import { useMe } from '../../app/parts/use-permissions.ts';
import { t, tAs } from '../../language/index.ts';

interface Props {
  count: number;
  onClose: () => void;
  onChoose: (to: string, reason: string) => void;
}

export function DelegateDialog({ count, onClose, onChoose }: Props) {
  const people = useQuery(peopleQuery).data ?? [];
  const me = useMe();
  const [personId, setPersonId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Give {count, plural, one {# task} other {# tasks}} to somebody else', { count })}
    >
      <Stack>
        <Text size="sm">
          {t('The other person gets the task with its due date; the history shows that you gave it.')}
        </Text>
        <Select
          label={tAs('person', 'To')}
          placeholder={t('Choose a person')}
          searchable
          limit={50}
          data={people.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={setPersonId}
          data-autofocus
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
          onClick={() => personId && onChoose(personId, reason.trim())}
        >
          {t('Give away')}
        </Button>
      </Stack>
    </Modal>
  );
}

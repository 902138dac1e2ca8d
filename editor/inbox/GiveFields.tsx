// To whom a task goes, or several, and why: the same for one and for many.
import { Button, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t, tAs } from '../language/index.ts';

interface Props {
  people: readonly { id: string; name: string }[];
  /** What the button says. */
  act: string;
  busy?: boolean;
  onGive(to: string, reason: string): void;
}

export function GiveFields({ people, act, busy, onGive }: Props) {
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <>
      <Text size="sm">
        {t('The other person gets the task with its due date; the history shows that you gave it.')}
      </Text>
      <Select
        label={tAs('person', 'To')}
        placeholder={t('Choose a person')}
        searchable
        limit={50}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
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
        disabled={!to || reason.trim() === ''}
        loading={busy}
        onClick={() => to && onGive(to, reason.trim())}
      >
        {act}
      </Button>
    </>
  );
}

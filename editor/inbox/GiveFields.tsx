// To whom a task goes, or several, and why: the same for one and for many.
import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { PersonSelect } from '../app/parts/PersonSelect.tsx';
import { t, tAs } from '../language/index.ts';

interface Props {
  /** How many tasks. */
  count?: number;
  /** Who cannot get it: who has it. */
  without: string | undefined;
  /** What the button says. */
  act: string;
  busy?: boolean;
  onGive(to: string, reason: string): void;
}

export function GiveFields({ count = 1, without, act, busy, onGive }: Props) {
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <>
      <Text size="sm">
        {t(
          'The other person gets {count, plural, one {the task with its due date} other {the tasks with their due dates}}; the history shows that you gave {count, plural, one {it} other {them}}.',
          { count },
        )}
      </Text>
      <PersonSelect
        label={tAs('person', 'To')}
        placeholder={t('Choose a person')}
        without={without}
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

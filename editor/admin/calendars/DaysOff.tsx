// The organisation's own days off: one typed, or many pasted or from a file.
import {
  ActionIcon,
  Button,
  FileButton,
  Group,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { DateField } from '../../app/parts/DateField.tsx';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { type DayOff, mergeDays, readDaysOff } from './read-days-off.ts';

interface Props {
  days: readonly DayOff[];
  onDays: (days: DayOff[]) => void;
}

function OneDay({ days, onDays }: Props) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  return (
    <Group align="flex-end" gap="xs" wrap="wrap">
      <DateField label={t('Day')} value={date} onChange={setDate} />
      <TextInput
        label={t('What it is')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        style={{ flex: 1, minWidth: 140 }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={date === '' || name.trim() === ''}
        onClick={() => {
          onDays(mergeDays(days, [{ date, name: name.trim() }]));
          setDate('');
          setName('');
        }}
      >
        {t('Add the day')}
      </Button>
    </Group>
  );
}

function ManyDays({ days, onDays }: Props) {
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<string[]>([]);
  const take = (given: string) => {
    const read = readDaysOff(given);
    onDays(mergeDays(days, read.days));
    setUnread(read.unread);
    setText(read.unread.join('\n'));
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t('Many days')}
        description={t('One a line: a day and what it is. A CSV or iCalendar file does too.')}
        placeholder={t('2026-12-24 Christmas Eve')}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {unread.length > 0 && (
        <Text size="sm" role="alert">
          {t(
            '{count, plural, one {# line has} other {# lines have}} no day that can be read; the others are added.',
            {
              count: unread.length,
            },
          )}
        </Text>
      )}
      <Group gap="xs">
        <Button variant="default" size="xs" disabled={text.trim() === ''} onClick={() => take(text)}>
          {t('Add these days')}
        </Button>
        <FileButton
          accept=".ics,.csv,.txt,text/calendar,text/csv"
          onChange={(file) => void file?.text().then(take)}
        >
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              {t('From a file')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}

export function DaysOff({ days, onDays }: Props) {
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {t('Days off of our own')}
      </Text>
      {days.length > 0 && (
        <Table fz="sm" aria-label={t('Days off of our own')}>
          <Table.Tbody>
            {days.map(({ date, name }) => (
              <Table.Tr key={date}>
                <Table.Td w={140}>{shortDate(date)}</Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td w={48}>
                  <ActionIcon
                    aria-label={t('Take {name} out', { name })}
                    onClick={() => onDays(days.filter((day) => day.date !== date))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <OneDay days={days} onDays={onDays} />
      <ManyDays days={days} onDays={onDays} />
    </Stack>
  );
}

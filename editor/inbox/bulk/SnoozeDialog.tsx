// Until when tasks stay out of the list; past their due date only knowingly.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { myTasksQuery } from '../../app/api/task-queries.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { exactly, nowInstant } from '../../app/words/due.ts';
import { retell, t, viewerZone } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { afterAnother } from './after-another.ts';
import { duePast, type PickedTask } from './bulk-acts.ts';
import { morningOf, snoozeTimes } from './snooze-times.ts';

interface Props {
  tasks: readonly PickedTask[];
  onClose: () => void;
  onChoose: (back: Back, pastDue: boolean) => void;
}

/** When it comes back: at the instant, or as soon as another task is done. */
export interface Back {
  until: string;
  after: string | null;
}

const warning = (late: number, all: number): string =>
  all === 1
    ? t('It falls due before that. It counts as late meanwhile, and its reminders go on.')
    : t('{late} of {all} fall due before that. They count as late meanwhile, and their reminders go on.', {
        late,
        all,
      });

export function SnoozeDialog({ tasks, onClose, onChoose }: Props) {
  const [asked, setAsked] = useState<Back | null>(null);
  const open = useQuery(myTasksQuery('open')).data ?? [];
  const others = afterAnother(open, tasks, { now: nowInstant(), zone: viewerZone() });
  const [day, setDay] = useState('');
  const choose = (until: string, after: string | null = null) => {
    if (duePast(tasks, until) > 0) setAsked({ until, after });
    else onChoose({ until, after }, false);
  };
  const name =
    tasks.length === 1
      ? t('Snooze “{task}”', { task: tasks[0]?.title ?? '' })
      : t('Snooze {count} tasks', { count: tasks.length });
  return (
    <Dialog opened onClose={onClose} title={name} size="sm">
      <Stack gap="xs">
        <Text size="sm" c="var(--cw-muted)">
          {tasks.length === 1
            ? t('It leaves your list and comes back by itself. Only you see this.')
            : t('They leave your list and come back by themselves. Only you see this.')}
        </Text>
        {snoozeTimes(nowInstant(), viewerZone()).map(({ id, name: words, until }, index) => (
          <Button
            key={id}
            variant="default"
            justify="space-between"
            // Where both do not fit, the day has two lines and the words stay whole.
            styles={{ label: { flex: 'none' } }}
            rightSection={
              <Text span size="xs" c="var(--cw-muted)" ta="right">
                {exactly(until).replace(/ \(.*\)$/, '')}
              </Text>
            }
            onClick={() => choose(until)}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
          >
            {words}
          </Button>
        ))}
        {others.map(({ id, title, until }) => (
          <Button
            key={id}
            variant="default"
            justify="space-between"
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            rightSection={
              <Text span size="xs" c="var(--cw-muted)" ta="right">
                {t('at the latest {time}', { time: exactly(until).replace(/ \(.*\)$/, '') })}
              </Text>
            }
            onClick={() => choose(until, id)}
          >
            {t('After “{task}”', { task: retell(title) })}
          </Button>
        ))}
        <Group align="end" wrap="nowrap">
          <div style={{ flex: 1 }}>
            <DateField label={t('Or on a day')} value={day} onChange={setDay} />
          </div>
          <Button
            variant="default"
            disabled={day === '' || morningOf(day, viewerZone()) <= nowInstant()}
            onClick={() => choose(morningOf(day, viewerZone()))}
          >
            {t('Snooze')}
          </Button>
        </Group>
        {asked !== null && (
          <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            <Text size="sm" mb="xs">
              {warning(duePast(tasks, asked.until), tasks.length)}
            </Text>
            <Button size="xs" variant="default" onClick={() => onChoose(asked, true)}>
              {t('Snooze past the due date')}
            </Button>
          </Alert>
        )}
      </Stack>
    </Dialog>
  );
}

// Working calendars: those of places that components name, and the organisation's own; each with who works by it.
import { Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { told, toldFailure } from '../../app/parts/told.ts';
import { dayNow, shortDate } from '../../app/words/due.ts';
import { listText, t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Assign } from './Assign.tsx';
import { CalendarForm } from './CalendarForm.tsx';
import { type CalendarUse, calendarsQuery, removeCalendar } from './calendar-queries.ts';
import { weekText } from './calendar-words.ts';

const nameOf = ({ name }: CalendarUse): string => name ?? t('No public holidays');

function usedBy({ components, namedBy }: CalendarUse): string {
  const count = t('{count, plural, one {# component works} other {# components work}} by it', {
    count: components,
  });
  return namedBy.length === 0
    ? count
    : t('{count}: {names}', { count, names: listText(namedBy.map(({ name }) => name)) });
}

function Holidays({ use }: { use: CalendarUse }) {
  const today = dayNow();
  const coming = use.holidays.filter(({ date }) => date >= today);
  if (coming.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="xs" c="var(--cw-muted)" mt="xs" style={{ cursor: 'pointer' }}>
        {t('{count, plural, one {# day off} other {# days off}} to come', { count: coming.length })}
      </Text>
      <List size="xs" c="var(--cw-muted)" listStyleType="none">
        {coming.map(({ date, name }) => (
          <List.Item key={date}>{t('{day}: {name}', { day: shortDate(date), name })}</List.Item>
        ))}
      </List>
    </details>
  );
}

function Acts({ use }: { use: CalendarUse }) {
  const client = useQueryClient();
  const [changing, change] = useDisclosure();
  const [assigning, assign] = useDisclosure();
  const name = nameOf(use);
  const removing = useMutation({
    mutationFn: removeCalendar,
    onSuccess: async () => {
      told(t('“{name}” is gone.', { name }));
      await client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
    },
    onError: toldFailure,
  });
  const { own } = use;
  return (
    <Group gap="xs">
      {use.code !== null && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('Give to a component: {name}', { name })}
          onClick={assign.open}
        >
          {t('Give to a component')}
        </Button>
      )}
      {own && (
        <Button size="xs" variant="default" aria-label={t('Change “{name}”', { name })} onClick={change.open}>
          {t('Change')}
        </Button>
      )}
      {own && use.components === 0 && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          aria-label={t('Remove “{name}”', { name })}
          loading={removing.isPending}
          onClick={() => removing.mutate(own.id)}
        >
          {t('Remove')}
        </Button>
      )}
      {assigning && <Assign use={use} name={name} onClose={assign.close} />}
      {own && (
        <Dialog opened={changing} onClose={change.close} title={t('Change “{name}”', { name })} size="lg">
          <CalendarForm calendar={own} onDone={change.close} />
        </Dialog>
      )}
    </Group>
  );
}

function CalendarCard({ use }: { use: CalendarUse }) {
  return (
    <Card withBorder radius="md" role="group" aria-label={nameOf(use)}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Group gap="xs">
            <Text fw={600}>{nameOf(use)}</Text>
            {use.own && <Badge variant="light">{t('our own')}</Badge>}
          </Group>
          <Text size="sm" c="var(--cw-muted)">
            {[weekText(use.workingWeekdays), usedBy(use), ...use.zones].join(' · ')}
          </Text>
        </div>
        <Acts use={use} />
      </Group>
      <Holidays use={use} />
    </Card>
  );
}

export function CalendarsTab() {
  const calendars = useQuery(calendarsQuery);
  const [making, make] = useDisclosure();
  return (
    <Stack maw={860}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4" mb={4}>
            {t('Working calendars')}
          </Title>
          <Text size="sm" c="var(--cw-muted)" maw="60ch">
            {t(
              'Time given in working days is counted by the calendar of the component, or of the nearest above it that names one, in its time zone. Days that people were given stay, unless you have them counted again.',
            )}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={make.open}>
          {t('New calendar')}
        </Button>
      </Group>
      <Loaded query={calendars}>
        {(items) => items.map((use) => <CalendarCard key={use.code ?? ''} use={use} />)}
      </Loaded>
      <Dialog opened={making} onClose={make.close} title={t('New calendar')} size="lg">
        <CalendarForm onDone={make.close} />
      </Dialog>
    </Stack>
  );
}

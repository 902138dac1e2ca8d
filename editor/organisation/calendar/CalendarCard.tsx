// When a component works: its zone, its public holidays, where each comes from, and the next days off.
import { Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { calendarQuery, holidayRegionsQuery } from '../../app/api/tree-queries.ts';
import type { ComponentCalendar } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { dayNow, shortDate } from '../../app/words/due.ts';
import cards from '../../goals/goals.module.css';
import { t } from '../../language/index.ts';

const shownHolidays = 3;

function from(source: ComponentCalendar['zoneFrom'], componentId: string): string {
  if (source === null) return t('nobody has set it');
  return source.id === componentId ? t('set here') : t('from {component}', { component: source.name });
}

function Fact({ label, words, source }: { label: string; words: string; source: string }) {
  return (
    <Group justify="space-between" gap="md" mb={6} wrap="nowrap" align="flex-start">
      <Text size="sm" c="var(--cw-muted)" style={{ flex: 'none' }}>
        {label}
      </Text>
      <Text size="sm" ta="right">
        {words}{' '}
        <Text span size="xs" c="var(--cw-muted)">
          {source}
        </Text>
      </Text>
    </Group>
  );
}

function Facts({ calendar, componentId }: { calendar: ComponentCalendar; componentId: string }) {
  const regions = useQuery(holidayRegionsQuery).data ?? [];
  const { zone, zoneFrom, holidayRegion, holidaysFrom, holidays } = calendar;
  const regionName = regions.find(({ code }) => code === holidayRegion)?.name ?? holidayRegion;
  const today = dayNow();
  const next = holidays.filter(({ date }) => date >= today).slice(0, shownHolidays);
  return (
    <>
      <Fact label={t('Time zone')} words={zone} source={from(zoneFrom, componentId)} />
      <Fact
        label={t('Public holidays')}
        words={regionName ?? t('none')}
        source={from(holidaysFrom, componentId)}
      />
      {next.length > 0 && (
        <List size="xs" c="var(--cw-muted)" listStyleType="none">
          {next.map(({ date, name }) => (
            <List.Item key={date}>{t('{day}: {name}', { day: shortDate(date), name })}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

export function CalendarCard({ componentId }: { componentId: string }) {
  const query = useQuery(calendarQuery(componentId));
  return (
    <section className={cards.card} aria-label={t('Calendar')}>
      <Title order={4} mb="xs">
        {t('Calendar')}
      </Title>
      <Loaded query={query} lines={2}>
        {(calendar) => <Facts calendar={calendar} componentId={componentId} />}
      </Loaded>
    </section>
  );
}

// How days and hours are shown to a person, and how long what they sent can be taken back.
import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { shortDate } from '../app/words/due.ts';
import { changeHabits, computerZone, dateText, habits, t, undoChoices } from '../language/index.ts';

const asComputer = 'computer';
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function ZoneChoice() {
  const own = { value: asComputer, label: t('As this computer: {zone}', { zone: computerZone() }) };
  return (
    <Select
      aria-label={t('Time zone')}
      searchable
      allowDeselect={false}
      maw={320}
      data={[own, ...zones.map((zone) => ({ value: zone, label: zone }))]}
      value={habits.zone ?? asComputer}
      onChange={(zone) => changeHabits({ zone: zone === asComputer ? null : zone })}
    />
  );
}

/** 2026-11-22 was a Sunday. */
const weekdayName = (weekday: number): string =>
  dateText(`2026-11-${22 + weekday}`, { weekday: 'long', timeZone: 'UTC' });

export function WeekdayChoice() {
  return (
    <SegmentedControl
      aria-label={t('First day of the week')}
      value={String(habits.firstWeekday)}
      onChange={(next) => changeHabits({ firstWeekday: next === '0' ? 0 : next === '6' ? 6 : 1 })}
      data={[1, 0, 6].map((weekday) => ({ value: String(weekday), label: weekdayName(weekday) }))}
    />
  );
}

export function DayChoice() {
  return (
    <SegmentedControl
      aria-label={t('Dates')}
      value={habits.days}
      onChange={(next) => changeHabits({ days: next === 'numbers' ? 'numbers' : 'words' })}
      data={[
        { value: 'words', label: shortDate('2026-11-26', 'words') },
        { value: 'numbers', label: '2026-11-26' },
      ]}
    />
  );
}

export function UndoChoice() {
  return (
    <Stack gap={4}>
      <SegmentedControl
        aria-label={t('Time to undo')}
        value={String(habits.undoSeconds)}
        onChange={(next) =>
          changeHabits({
            undoSeconds: undoChoices.find((each) => String(each) === next) ?? habits.undoSeconds,
          })
        }
        data={undoChoices.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('Off') : t('{seconds} s', { seconds }),
        }))}
      />
      <Text size="xs" c="var(--cw-muted)">
        {t('For this long a task that you sent can be taken back. Acts on several tasks always can.')}
      </Text>
    </Stack>
  );
}

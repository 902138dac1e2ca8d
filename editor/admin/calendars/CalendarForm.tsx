// A calendar of one's own: its week, the place whose public holidays it begins with, and its own days off.
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { holidayRegionsQuery } from '../../app/api/tree-queries.ts';
import type { NewWorkCalendar, WorkCalendar } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { RegionSelect } from '../../app/parts/RegionSelect.tsx';
import { told } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import { calendarsQuery, saveCalendar } from './calendar-queries.ts';
import { weekdayNames } from './calendar-words.ts';
import { DaysOff } from './DaysOff.tsx';
import { WhatFollows } from './WhatFollows.tsx';

const blank: Required<NewWorkCalendar> = {
  name: '',
  workingWeekdays: [1, 2, 3, 4, 5],
  region: null,
  daysOff: [],
  workedDays: [],
};

function Week({
  days,
  onDays,
  error,
}: {
  days: number[];
  onDays: (days: number[]) => void;
  error: string | undefined;
}) {
  return (
    <Checkbox.Group
      label={t('Working days')}
      value={days.map(String)}
      error={error}
      onChange={(chosen) => onDays(chosen.map(Number).toSorted())}
    >
      <Group gap="sm" mt={4}>
        {weekdayNames('short').map((name, index) => (
          <Checkbox key={name} value={String(index + 1)} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function useSave(id: string | undefined, isRecounting: boolean, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: NewWorkCalendar) => saveCalendar(id, wish, isRecounting),
    onSuccess: async () => {
      told(t('Kept. What opens from now on is counted by it.'));
      onDone();
      await client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      await client.invalidateQueries({ queryKey: holidayRegionsQuery.queryKey });
    },
  });
}

export function CalendarForm({ calendar, onDone }: { calendar?: WorkCalendar; onDone: () => void }) {
  const { id, ...start } = { id: undefined, ...blank, ...calendar };
  const [wish, setWish] = useState<Required<NewWorkCalendar>>(start);
  const [isRecounting, setRecounting] = useState(false);
  const [settled] = useDebouncedValue(wish, 300);
  const saving = useSave(id, isRecounting, onDone);
  const errors = fieldErrors(saving.error);
  const isWhole = wish.name.trim() !== '' && wish.workingWeekdays.length > 0;
  return (
    <Stack>
      <TextInput
        label={t('Name')}
        data-autofocus
        maxLength={80}
        value={wish.name}
        error={errors.name}
        onChange={(event) => setWish({ ...wish, name: event.currentTarget.value })}
      />
      <Week
        days={wish.workingWeekdays}
        error={errors.workingWeekdays}
        onDays={(workingWeekdays) => setWish({ ...wish, workingWeekdays })}
      />
      <RegionSelect
        without="own-calendars"
        placeholder={t('none')}
        value={wish.region}
        error={errors.region}
        onChange={(region) => setWish({ ...wish, region, workedDays: [] })}
      />
      <DaysOff days={wish.daysOff} onDays={(daysOff) => setWish({ ...wish, daysOff })} />
      {id !== undefined && settled.name.trim() !== '' && settled.workingWeekdays.length > 0 && (
        <WhatFollows
          trial={{ calendar: { ...settled, id } }}
          isRecounting={isRecounting}
          onRecounting={setRecounting}
        />
      )}
      {saving.isError && <Failure error={saving.error} />}
      <Group justify="flex-end">
        <Button disabled={!isWhole} loading={saving.isPending} onClick={() => saving.mutate(wish)}>
          {t('Keep the calendar')}
        </Button>
      </Group>
    </Stack>
  );
}

// What a change of calendars means for days that people were given, said before it is kept; they move only when asked for.
import { Checkbox, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarPreview, CalendarTrial } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { calendarPreviewQuery } from './calendar-queries.ts';

interface Props {
  isRecounting: boolean;
  onRecounting: (isRecounting: boolean) => void;
}

/** Days that would move, and whether they shall. */
export function DueDays({
  preview: { tasks, differ, timers, first },
  isRecounting,
  onRecounting,
}: Props & { preview: Omit<CalendarPreview, 'components'> }) {
  if (differ === 0 && timers === 0)
    return <Text size="sm">{t('No open task would be due on another day.')}</Text>;
  return (
    <>
      <Checkbox
        my="xs"
        label={t('Count due days again')}
        description={t(
          '{differ, plural, one {# open task moves} other {# open tasks move}} (of {tasks} counted in working days), and {timers, plural, =0 {no timer} one {# timer} other {# timers}} with them; whoever has a task is told. Otherwise the days that were given stay.',
          { differ, tasks, timers },
        )}
        checked={isRecounting}
        onChange={(event) => onRecounting(event.currentTarget.checked)}
      />
      {first.length > 0 && (
        <List size="xs" c="var(--cw-muted)" mah={180} style={{ overflowY: 'auto' }}>
          {first.map(({ id, title, component, day, wouldBe }) => (
            <List.Item key={id}>
              {t('{task} · {component}: {day}, then {other}', {
                task: title,
                component: component.name,
                day: shortDate(day),
                other: shortDate(wouldBe),
              })}
            </List.Item>
          ))}
          {differ > first.length && (
            <List.Item>{t('And {count} more.', { count: differ - first.length })}</List.Item>
          )}
        </List>
      )}
    </>
  );
}

function Told({ preview, ...asked }: Props & { preview: CalendarPreview }) {
  const { components } = preview;
  if (components === 0)
    return <Text size="sm">{t('Nobody works by other days than now, so no day changes.')}</Text>;
  return (
    <>
      <Text size="sm">
        {t(
          '{count, plural, one {# component counts} other {# components count}} by other days from now on.',
          {
            count: components,
          },
        )}
      </Text>
      <DueDays preview={preview} {...asked} />
    </>
  );
}

export function WhatFollows({ trial, ...asked }: Props & { trial: CalendarTrial }) {
  const { data, error } = useQuery(calendarPreviewQuery(trial));
  return (
    <div role="status">
      {error && <Failure error={error} />}
      {!error && (data ? <Told preview={data} {...asked} /> : <Text size="sm">{t('Counting…')}</Text>)}
    </div>
  );
}

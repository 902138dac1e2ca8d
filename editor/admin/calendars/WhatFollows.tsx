// What a change of calendars means for days that people were given, said before it is kept.
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarPreview, CalendarTrial } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { calendarPreviewQuery } from './calendar-queries.ts';

function Told({ preview: { components, tasks, differ, first } }: { preview: CalendarPreview }) {
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
        )}{' '}
        {differ === 0
          ? t('No open task would have got another day.')
          : t(
              '{differ, plural, one {# open task keeps} other {# open tasks keep}} the day that was given, and would be due on another one if it were opened now ({tasks} are counted in working days).',
              { differ, tasks },
            )}
      </Text>
      {first.length > 0 && (
        <List size="xs" c="var(--cw-muted)" mt={4}>
          {first.map(({ id, title, component, day, wouldBe }) => (
            <List.Item key={id}>
              {t('{task} · {component}: {day}, would be {other}', {
                task: title,
                component: component.name,
                day: shortDate(day),
                other: shortDate(wouldBe),
              })}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

export function WhatFollows({ trial }: { trial: CalendarTrial }) {
  const { data, error } = useQuery(calendarPreviewQuery(trial));
  return (
    <div role="status">
      {error && <Failure error={error} />}
      {!error && (data ? <Told preview={data} /> : <Text size="sm">{t('Counting…')}</Text>)}
    </div>
  );
}

// What follows a change of a component: tasks that go to somebody else, plans that come under another calendar, and
// whether due days are counted again by it.
import { Alert, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconCalendarTime, IconInfoCircle, IconRoute } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { DueDays } from '../../admin/calendars/WhatFollows.tsx';
import type { ChangePreview } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { AnchorLink } from '../../app/parts/links.tsx';
import { t } from '../../language/index.ts';
import { calendarChanges, handOvers } from './follow-words.ts';

const shownTitles = 4;

interface Asked {
  isRecounting: boolean;
  onRecounting: (isRecounting: boolean) => void;
}

/** Nothing ends them by itself. */
function GoingOn({ goingOn: { count, first } }: Pick<ChangePreview, 'goingOn'>) {
  if (count === 0) return null;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <IconRoute size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <div>
        <Text size="sm">
          {t(
            '{count, plural, one {# plan goes} other {# plans go}} on past the last day. HR is told, and cancels what should end.',
            { count },
          )}
        </Text>
        <List size="xs" c="var(--cw-muted)">
          {first.map(({ planId, cycleName, owner }) => (
            <List.Item key={planId}>
              <AnchorLink to="/plans/$planId" params={{ planId }} inherit>
                {owner ? t('{title} ({component})', { title: cycleName, component: owner.name }) : cycleName}
              </AnchorLink>
            </List.Item>
          ))}
          {count > first.length && (
            <List.Item>{t('And {count} more.', { count: count - first.length })}</List.Item>
          )}
        </List>
      </div>
    </Group>
  );
}

function Told({ preview, ...asked }: Asked & { preview: ChangePreview }) {
  const moved = handOvers(preview.tasks);
  const calendars = calendarChanges(preview.calendars);
  const { goingOn } = preview;
  if (moved.length === 0 && calendars.length === 0 && goingOn.count === 0)
    return (
      <Text size="sm">
        {preview.plans === 0
          ? t('No plan is under way there, so nothing else changes.')
          : t('No open task changes hands and no plan changes its calendar.')}
      </Text>
    );
  return (
    <Stack gap="sm">
      <GoingOn goingOn={goingOn} />
      {moved.map(({ key, words, titles }) => (
        <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
          <IconArrowsExchange size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <div>
            <Text size="sm">{words}</Text>
            <List size="xs" c="var(--cw-muted)">
              {titles.slice(0, shownTitles).map((title, place) => (
                // Two tasks may have the same words.
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
                <List.Item key={place}>{title}</List.Item>
              ))}
              {titles.length > shownTitles && (
                <List.Item>{t('And {count} more.', { count: titles.length - shownTitles })}</List.Item>
              )}
            </List>
          </div>
        </Group>
      ))}
      {calendars.map((words) => (
        <Group key={words} gap="xs" wrap="nowrap" align="flex-start">
          <IconCalendarTime size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text size="sm">{words}</Text>
        </Group>
      ))}
      {calendars.length > 0 && (
        <div>
          <DueDays preview={preview.dueDays} {...asked} />
        </div>
      )}
    </Stack>
  );
}

export function Follows({ query, ...asked }: Asked & { query: UseQueryResult<ChangePreview> }) {
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} title={t('What follows')} aria-live="polite">
      <Loaded query={query} lines={2}>
        {(preview) => <Told preview={preview} {...asked} />}
      </Loaded>
      <Text size="xs" c="var(--cw-muted)" mt="xs">
        {t('It counts from today. How it was on earlier days stays as it was.')}
      </Text>
    </Alert>
  );
}

// Moves a component to another place in the tree: where to, what follows, and only then the move, which can be undone.
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconCalendarTime, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Component } from '../../../engine/index.ts';
import { DueDays } from '../../admin/calendars/WhatFollows.tsx';
import { chosenComponentsQuery } from '../../app/api/choice-queries.ts';
import { movePreviewQuery } from '../../app/api/tree-queries.ts';
import type { ChangePreview } from '../../app/api/wire.ts';
import { ComponentSelect } from '../../app/parts/ComponentSelect.tsx';
import { Failure } from '../../app/parts/Failure.tsx';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { t, tAs } from '../../language/index.ts';
import { calendarChanges, handOvers } from './follow-words.ts';
import { useMove } from './use-move.ts';

interface Props {
  component: Component;
  /** Where it was dropped. */
  parentId?: string | undefined;
  onClose: () => void;
}
/** As a value of the select; no id has a space. */
const top = ' top';
const shownTitles = 4;

interface FollowsProps {
  preview: ChangePreview;
  isRecounting: boolean;
  onRecounting: (isRecounting: boolean) => void;
}

function Follows({ preview, ...asked }: FollowsProps) {
  const moved = handOvers(preview.tasks);
  const calendars = calendarChanges(preview.calendars);
  if (moved.length === 0 && calendars.length === 0)
    return (
      <Text size="sm">
        {preview.plans === 0
          ? t('No plan is under way there, so nothing else changes.')
          : t('No open task changes hands and no plan changes its calendar.')}
      </Text>
    );
  return (
    <Stack gap="sm">
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

export function MoveDialog({ component, parentId, onClose }: Props) {
  const [place, setPlace] = useState<string | null>(parentId ?? null);
  const [isRecounting, setRecounting] = useState(false);
  const target = place === top ? null : place;
  const preview = useQuery({ ...movePreviewQuery(component.id, target), enabled: place !== null });
  const parents = [component.parentId, target].filter((id) => id !== null);
  const names = new Map(useQuery(chosenComponentsQuery(parents)).data?.map(({ id, name }) => [id, name]));
  const move = useMove(names, onClose);
  return (
    <Modal opened onClose={onClose} title={t('Move {component}', { component: component.name })} size="lg">
      <Stack>
        <ComponentSelect
          label={t('New place')}
          description={t('It takes everything below it along.')}
          placeholder={t('Type to search')}
          data-autofocus
          openOnFocus={parentId === undefined}
          allowDeselect={false}
          nothingFoundMessage={t('No place fits')}
          among={{ outside: component.id }}
          first={component.parentId === null ? [] : [{ value: top, label: t('At the top of the tree') }]}
          value={place}
          onChange={setPlace}
        />
        {place !== null && (
          <Alert icon={<IconInfoCircle aria-hidden />} title={t('What follows')} aria-live="polite">
            <Loaded query={preview} lines={2}>
              {(data) => <Follows preview={data} isRecounting={isRecounting} onRecounting={setRecounting} />}
            </Loaded>
          </Alert>
        )}
        {move.isError && <Failure error={move.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button
            disabled={place === null || !preview.isSuccess}
            loading={move.isPending}
            onClick={() => move.mutate({ component, parentId: target, recount: isRecounting })}
          >
            {tAs('verb', 'Move')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

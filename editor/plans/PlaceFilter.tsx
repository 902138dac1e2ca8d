// What a link from a cycle's canvas narrows the list to, as chips that can be taken off again.
import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { inWords } from '../app/words/history.ts';
import { t } from '../language/index.ts';

const route = getRouteApi('/signed-in/plans');

export function PlaceFilter() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { stage, version, late } = search;
  const drop = (name: 'stage' | 'version' | 'late') =>
    void navigate({ to: '/plans', search: { ...search, [name]: undefined }, replace: true });
  const chips = [
    stage ? { name: 'stage' as const, words: t('Stage: {stage}', { stage: inWords(stage) }) } : null,
    version ? { name: 'version' as const, words: t('Version {version}', { version }) } : null,
    late ? { name: 'late' as const, words: t('Late') } : null,
  ].filter((chip) => chip !== null);
  if (chips.length === 0) return null;
  return (
    <Group gap={6} mb="md" role="group" aria-label={t('Narrowed to')}>
      {chips.map(({ name, words }) => (
        <Button
          key={name}
          size="compact-xs"
          radius="xl"
          variant="light"
          rightSection={<IconX size={12} aria-hidden />}
          aria-label={t('Do not narrow to {place}', { place: words })}
          onClick={() => drop(name)}
        >
          {words}
        </Button>
      ))}
    </Group>
  );
}

// What a link from a cycle's canvas or a report narrows the list to, as chips that can be taken off again.
import { Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Component, Person } from '../../engine/index.ts';
import { cyclesQuery, cycleVersionQuery } from '../app/api/cycle-queries.ts';
import { get } from '../app/api/request.ts';
import { shortDate } from '../app/words/due.ts';
import { inWords } from '../app/words/history.ts';
import { stagesInOrder } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';
import {
  afterName,
  dimensionName,
  givenName,
  goalOutcomeName,
  methodsName,
  resultsName,
} from '../reports/row-names.ts';

const route = getRouteApi('/signed-in/plans');

/** One name; the lists of all names are long. */
function useName(kind: 'people' | 'components', id: string | undefined): string {
  const query = useQuery({
    queryKey: [kind, 'name', id],
    queryFn: async () => (await get<Person | Component>(`/${kind}/${encodeURIComponent(id ?? '')}`)).name,
    enabled: id !== undefined,
    staleTime: 60_000,
  });
  return query.data ?? id ?? '';
}

/** As the version that is looked at calls it, else the latest one of the cycle. */
function useStageName(cycleId: string | undefined, given: number | undefined, stage: string | undefined) {
  const isAsked = cycleId !== undefined && stage !== undefined;
  const cycles = useQuery({ ...cyclesQuery, enabled: isAsked && given === undefined }).data;
  const version = given ?? cycles?.find(({ id }) => id === cycleId)?.latestVersion ?? null;
  const { data } = useQuery({
    ...cycleVersionQuery(cycleId ?? '', version ?? 0),
    enabled: isAsked && version !== null,
  });
  if (stage === undefined) return '';
  const named = data && stagesInOrder(data.cycle.stages).find(({ id }) => id === stage);
  return named?.name ?? inWords(stage);
}

/** What the cells of the boards narrow by. */
const cellWords = [
  ['methods', methodsName],
  ['results', resultsName],
  ['dimension', dimensionName],
  ['goalOutcome', goalOutcomeName],
  ['given', givenName],
  ['after', afterName],
] as const;

/** `counted`: what is counted in the plans, where that is more than there are plans. */
export function PlaceFilter({ counted }: { counted: string | null }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { stage, version, late, stuck, under, component, manager, owes, kind, from, to } = search;
  const unit = useName('components', under);
  const alone = useName('components', component);
  const managing = useName('people', manager);
  const owing = useName('people', owes);
  const standing = useStageName(search.cycle, version ? Number(version) : undefined, stage);
  const chips = [
    stage ? { name: 'stage' as const, words: t('Stage: {stage}', { stage: standing }) } : null,
    version ? { name: 'version' as const, words: t('Version {version}', { version }) } : null,
    late ? { name: 'late' as const, words: t('Late') } : null,
    stuck ? { name: 'stuck' as const, words: t('A step failed') } : null,
    under ? { name: 'under' as const, words: t('All in {name}', { name: unit }) } : null,
    component ? { name: 'component' as const, words: t('Only {name} itself', { name: alone }) } : null,
    manager ? { name: 'manager' as const, words: t('Managed by {name}', { name: managing }) } : null,
    owes ? { name: 'owes' as const, words: t('Waiting for {name}', { name: owing }) } : null,
    kind ? { name: 'kind' as const, words: t('Kind: {kind}', { kind: kindName(kind) }) } : null,
    from ? { name: 'from' as const, words: t('Begun from {day}', { day: shortDate(from) }) } : null,
    to ? { name: 'to' as const, words: t('Begun until {day}', { day: shortDate(to) }) } : null,
    ...cellWords.map(([name, wordsOf]) => {
      const value = search[name];
      return value ? { name, words: wordsOf(value) } : null;
    }),
    search.counted ? { name: 'counted' as const, words: t('As the reports count') } : null,
  ].filter((chip) => chip !== null);
  if (chips.length === 0) return null;
  const drop = (name: (typeof chips)[number]['name']) =>
    void navigate({ to: '/plans', search: { ...search, [name]: undefined }, replace: true });
  return (
    <Group gap={6} mb="md" role="group" aria-label={t('Narrowed to')}>
      {chips.map(({ name, words }) => (
        <Button
          key={name}
          size="compact-xs"
          radius="xl"
          variant="light"
          // In two lines where the name is long: what is cut off could be what tells two of them apart.
          h="auto"
          mih={24}
          py={2}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
          rightSection={<IconX size={12} aria-hidden />}
          aria-label={t('Do not narrow to {place}', { place: words })}
          onClick={() => drop(name)}
        >
          {words}
        </Button>
      ))}
      {counted && (
        <Text size="xs" c="var(--cw-muted)">
          {counted}
        </Text>
      )}
    </Group>
  );
}

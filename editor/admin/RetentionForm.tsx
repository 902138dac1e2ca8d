// How long things are kept. What would go is counted before it is set, and nothing is set by choosing alone.
import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Retention } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { numberText, t } from '../language/index.ts';
import classes from '../settings/settings.module.css';
import { goingQuery, retentionQuery, setRetention } from './admin-queries.ts';
import { PlansKept } from './PlansKept.tsx';
import { choicesFor, daysOf, kindWords, type RetentionKind } from './retention-words.ts';

const isKind = (name: string): name is RetentionKind => name in kindWords;
const kinds = Object.keys(kindWords).filter(isKind);

function Kinds({
  now,
  wish,
  onWish,
}: {
  now: Retention;
  wish: Retention;
  onWish: (next: Retention) => void;
}) {
  const { data: going } = useQuery(goingQuery(wish));
  return (
    <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={t('How long')}>
      <Table fz="sm" aria-label={t('How long')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('What')}</Table.Th>
            <Table.Th>{t('How long')}</Table.Th>
            <Table.Th ta="right">{t('Would go now')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Td>
                <Text size="sm" fw={500}>
                  {kindWords[kind].name}
                </Text>
                <Text size="xs" c="var(--cw-muted)">
                  {kindWords[kind].what}
                </Text>
              </Table.Td>
              <Table.Td w={{ base: 118, xs: 160 }}>
                <Select
                  aria-label={t('How long: {what}', { what: kindWords[kind].name })}
                  allowDeselect={false}
                  value={String(wish[kind])}
                  onChange={(value) => onWish({ ...wish, [kind]: daysOf(value) })}
                  data={choicesFor(kind, now[kind])}
                />
              </Table.Td>
              <Table.Td ta="right">{going ? numberText(going[kind]) : '…'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Form({ now }: { now: Retention }) {
  const client = useQueryClient();
  const [wish, setWish] = useState(now);
  const changed = kinds.some((kind) => wish[kind] !== now[kind]);
  const { data: going } = useQuery(goingQuery(wish));
  const all = going && kinds.reduce((sum, kind) => sum + going[kind], 0);
  const saving = useMutation({
    mutationFn: () => setRetention(wish),
    onSuccess: async () => {
      client.setQueryData(retentionQuery.queryKey, wish);
      told(t('It is set. What is older goes within the hour.'));
      await client.invalidateQueries({ queryKey: ['retention', 'going'] });
    },
    onError: toldFailure,
  });
  return (
    <Stack gap="sm">
      <Kinds now={now} wish={wish} onWish={setWish} />
      {changed && (
        <Group justify="flex-end">
          <Text size="sm" role="status">
            {all === undefined
              ? t('Counting…')
              : t('{count, plural, one {# line goes} other {# lines go}} for good within the hour.', {
                  count: all,
                })}
          </Text>
          <Button variant="default" onClick={() => setWish(now)}>
            {t('Leave it')}
          </Button>
          <Button loading={saving.isPending} disabled={all === undefined} onClick={() => saving.mutate()}>
            {t('Set it')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function RetentionForm() {
  const retention = useQuery(retentionQuery);
  return (
    <section className={classes.card} aria-labelledby="retention">
      <Title order={2} size="h4" id="retention" mb={4}>
        {t('How long things are kept')}
      </Title>
      <Text size="sm" c="var(--cw-muted)" maw="72ch" mb="sm">
        {t(
          'Plans, goals, observations, ratings, scores, signatures and outcomes are always kept. What goes is in no later backup either.',
        )}
      </Text>
      <Loaded query={retention} lines={4}>
        {(now) => <Form now={now} />}
      </Loaded>
      <PlansKept />
    </section>
  );
}

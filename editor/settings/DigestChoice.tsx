// How often the person is told by mail what is due.
import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, get } from '../app/api/request.ts';
import type { Digest } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { exactly } from '../app/words/due.ts';
import { t, viewerZone } from '../language/index.ts';
import classes from './settings.module.css';

const digestQuery = queryOptions({ queryKey: ['digest'], queryFn: () => get<Digest>('/me/digest') });

const isEvery = (text: string): text is Digest['every'] => ['daily', 'weekly', 'off'].includes(text);

function nextWords({ every, nextAt, zone, sends }: Digest): string {
  if (!sends) return t('This server sends no mail yet; an administrator can set it up.');
  if (every === 'off' || nextAt === null) return t('You get no mail about what is due.');
  return t('The next one: {time}, if something is due then.', { time: exactly(nextAt, zone) });
}

export function DigestChoice() {
  const client = useQueryClient();
  const digest = useQuery(digestQuery);
  const change = useMutation({
    mutationFn: (every: Digest['every']) =>
      ask<Digest>('/api/v1/me/digest', { method: 'PUT', body: { every, zone: viewerZone() } }),
    onSuccess: ({ body }) => client.setQueryData(digestQuery.queryKey, body),
    onError: toldFailure,
  });
  return (
    <section className={classes.card} aria-labelledby="digest">
      <Title order={2} id="digest" mb="sm">
        {t('Mail about what is due')}
      </Title>
      <Loaded query={digest} lines={2}>
        {(known) => (
          <Stack gap="xs">
            <SegmentedControl
              aria-label={t('Mail about what is due')}
              value={known.every}
              onChange={(every) => isEvery(every) && change.mutate(every)}
              data={[
                { value: 'daily', label: t('On working days') },
                { value: 'weekly', label: t('On Mondays') },
                { value: 'off', label: t('Never') },
              ]}
            />
            <Text size="sm" c="var(--cw-muted)" aria-live="polite">
              {nextWords(known)}
            </Text>
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

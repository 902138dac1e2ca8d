// API keys: which systems ask by one, what each may do, when it was last used, and the way to end it.
import { Badge, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { clockTime } from '../app/words/due.ts';
import { t, tx } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { EmptyState } from '../theme/EmptyState.tsx';
import { keysQuery, revokeKey } from './admin-queries.ts';
import { NewKey } from './NewKey.tsx';
import { scopeWords } from './scope-words.ts';

const looks: Record<ApiKey['state'], { color: string; words: string }> = {
  live: { color: 'teal', words: t('Works') },
  expired: { color: 'gray', words: t('Run out') },
  revoked: { color: 'gray', words: t('Revoked') },
};

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onSuccess: async ({ name }) => {
      told(t('“{name}” is revoked. Requests with it are refused from now on.', { name }));
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
    onError: toldFailure,
  });
  if (!asked)
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={t('Revoke {name}', { name: apiKey.name })}
        onClick={() => setAsked(true)}
      >
        {t('Revoke')}
      </Button>
    );
  return (
    <Group gap="xs">
      <Button size="xs" color="red" loading={revoking.isPending} onClick={() => revoking.mutate()} autoFocus>
        {t('Revoke it for good')}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => setAsked(false)}>
        {t('Keep it')}
      </Button>
    </Group>
  );
}

function LastUsed({ at }: { at: string | null }) {
  if (at === null) return t('never used');
  return tx('last used {time}', {
    time: (
      <>
        <TimeText at={at} /> {clockTime(at)}
      </>
    ),
  });
}

function KeyCard({ apiKey }: { apiKey: ApiKey }) {
  const { color, words } = looks[apiKey.state];
  return (
    <Card withBorder padding="md" role="group" aria-label={apiKey.name}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{apiKey.name}</Text>
          <Code>{apiKey.prefix}…</Code>
        </Group>
        <Badge variant="light" color={color}>
          {words}
        </Badge>
      </Group>
      <Text size="sm" c="var(--cw-muted)" mt={4}>
        {tx('made by {name} {time}', {
          name: apiKey.createdBy.name,
          time: <TimeText at={apiKey.createdAt} />,
        })}{' '}
        · <LastUsed at={apiKey.lastUsedAt} /> ·{' '}
        {apiKey.state === 'revoked' && apiKey.revokedAt
          ? tx('revoked {time}', { time: <TimeText at={apiKey.revokedAt} /> })
          : tx('until {time}', { time: <TimeText at={apiKey.expiresAt} /> })}
      </Text>
      <Group gap={6} mt="sm">
        {apiKey.scopes.map((scope) => (
          <Badge key={scope} variant="default" radius="sm" tt="none" title={scope}>
            {scopeWords[scope]}
          </Badge>
        ))}
      </Group>
      {apiKey.state === 'live' && (
        <Group mt="sm">
          <Revoke apiKey={apiKey} />
        </Group>
      )}
    </Card>
  );
}

export function KeysTab() {
  const keys = useQuery(keysQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('Make a key')}
    </Button>
  );
  return (
    <Stack maw={860}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('API keys')}
        </Title>
        {keys.data && keys.data.length > 0 && add}
      </Group>
      <Loaded query={keys}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconKey} title={t('No other system asks yet')} action={add}>
              {t(
                'A key lets another system read figures or send facts: as much as you say, as long as you say.',
              )}
            </EmptyState>
          ) : (
            items.map((apiKey) => <KeyCard key={apiKey.id} apiKey={apiKey} />)
          )
        }
      </Loaded>
      <Dialog opened={opened} onClose={close} title={t('Make an API key')} size="lg">
        <NewKey onDone={close} />
      </Dialog>
    </Stack>
  );
}

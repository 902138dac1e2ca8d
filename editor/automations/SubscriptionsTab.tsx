// Subscriptions: who hears of which events, and how their deliveries fare.
import { Badge, Button, Card, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUpRight, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { subscriptionsQuery } from '../app/api/automation-queries.ts';
import { post } from '../app/api/request.ts';
import type { Subscription } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { NewSubscription } from './NewSubscription.tsx';

function SubscriptionCard({ subscription }: { subscription: Subscription }) {
  const client = useQueryClient();
  const testing = useMutation({
    mutationFn: () => post(`/subscriptions/${encodeURIComponent(subscription.id)}/test`),
    onSuccess: () => {
      told(t('A test event is on its way. Its answer is under Deliveries.'));
      return client.invalidateQueries({ queryKey: ['deliveries'] });
    },
    onError: toldFailure,
  });
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="wrap" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {subscription.url}
        </Text>
        <Badge variant="light" color={subscription.active ? 'teal' : 'gray'}>
          {subscription.active ? t('Active') : t('Stopped')}
        </Badge>
      </Group>
      {subscription.description && <Text size="sm">{subscription.description}</Text>}
      <Text size="sm" c="dimmed" mt={4}>
        {t('{count} delivered', { count: subscription.delivered })} ·{' '}
        {t('{count} given up', { count: subscription.failed })}
      </Text>
      <Group gap={6} mt="sm">
        {subscription.events.map((event) => (
          <Badge key={event} variant="default" radius="sm" tt="none" ff="monospace">
            {event}
          </Badge>
        ))}
      </Group>
      <Group mt="sm">
        <Button
          size="xs"
          variant="default"
          disabled={!subscription.active}
          loading={testing.isPending}
          onClick={() => testing.mutate()}
        >
          {t('Send a test')}
        </Button>
      </Group>
    </Card>
  );
}

export function SubscriptionsTab() {
  const subscriptions = useQuery(subscriptionsQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('Add a subscription')}
    </Button>
  );
  return (
    <>
      <Loaded query={subscriptions}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconArrowUpRight} title={t('Nobody hears of your plans yet')} action={add}>
              {t(
                'A subscription sends events, such as an outcome or an open task, to an address of yours, signed and tried again until it is taken.',
              )}
            </EmptyState>
          ) : (
            <Stack>
              <Group justify="flex-end">{add}</Group>
              {items.map((subscription) => (
                <SubscriptionCard key={subscription.id} subscription={subscription} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Modal opened={opened} onClose={close} title={t('Add a subscription')} size="lg">
        <NewSubscription onDone={close} />
      </Modal>
    </>
  );
}

// A subscription: where it sends, how that fares, and what can be done about it.
import { Badge, Button, Card, Group, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patch, post } from '../app/api/request.ts';
import type { Delivery, Subscription } from '../app/api/wire.ts';
import { ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { useKeptFocus } from '../app/parts/use-kept-focus.ts';
import { useOneAtATime } from '../app/parts/use-one-at-a-time.ts';
import { clockTime, nowInstant } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { answerWords, healthLooks, healthOf, successRate } from './health.ts';
import { RemoveAct } from './RemoveAct.tsx';

const pathOf = ({ id }: Subscription): string => `/subscriptions/${encodeURIComponent(id)}`;

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['subscriptions'] });
    await client.invalidateQueries({ queryKey: ['deliveries'] });
  };
}

const spans = [
  { hours: 1, words: t('Of the last hour') },
  { hours: 24, words: t('Of the last 24 hours') },
  { hours: 168, words: t('Of the last 7 days') },
  { hours: null, words: t('All that was given up') },
] as const;

const since = (hours: number | null): string | null =>
  hours === null ? null : new Date(Date.parse(nowInstant()) - hours * 3_600_000).toISOString();

function FailedAgain({ subscription }: { subscription: Subscription }) {
  const refresh = useRefresh();
  const again = useMutation({
    mutationFn: (hours: number | null) =>
      post<{ count: number }>(`${pathOf(subscription)}/redeliver`, { since: since(hours) }),
    onSuccess: async ({ count }) => {
      told(
        count === 0
          ? t('Nothing was given up in that time.')
          : t('{count} are sent again, each with the id that it had.', { count }),
      );
      await refresh();
    },
    onError: toldFailure,
  });
  const button = useKeptFocus(again.isPending);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button ref={button} size="xs" variant="default" loading={again.isPending}>
          {t('Send again what failed')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {spans.map(({ hours, words }) => (
          <Menu.Item key={words} onClick={() => again.mutate(hours)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Acts({ subscription }: { subscription: Subscription }) {
  const refresh = useRefresh();
  const { active, failed, id } = subscription;
  const testing = useMutation({
    mutationFn: () => post<Delivery>(`${pathOf(subscription)}/test`),
    onSuccess: async () => {
      told(t('A test event is on its way. Its answer is under Deliveries.'));
      await refresh();
    },
    onError: toldFailure,
  });
  const switching = useMutation({
    mutationFn: () => patch(pathOf(subscription), { active: !active }),
    onSuccess: refresh,
    onError: toldFailure,
  });
  const testButton = useKeptFocus(testing.isPending);
  const switchButton = useKeptFocus(switching.isPending);
  const once = useOneAtATime();
  return (
    <Group mt="sm" gap="xs">
      <Button
        ref={testButton}
        size="xs"
        variant="default"
        disabled={!active}
        loading={testing.isPending}
        onClick={() => once(() => testing.mutateAsync())}
      >
        {t('Send a test')}
      </Button>
      {active && failed > 0 && <FailedAgain subscription={subscription} />}
      <Button
        ref={switchButton}
        size="xs"
        variant="default"
        loading={switching.isPending}
        onClick={() => once(() => switching.mutateAsync())}
      >
        {active ? t('Pause') : t('Go on')}
      </Button>
      <ButtonLink
        size="xs"
        variant="subtle"
        to="/automations"
        search={{ tab: 'deliveries', subscription: id }}
      >
        {t('Its deliveries')}
      </ButtonLink>
      <RemoveAct kind="subscriptions" id={id} name={subscription.url}>
        {t('Nothing is sent there from now on, and what was sent is no longer listed.')}
      </RemoveAct>
    </Group>
  );
}

function Fares({ subscription }: { subscription: Subscription }) {
  const { delivered, failed, lastAttempt } = subscription;
  const rate = successRate(subscription);
  return (
    <Text size="sm" c="dimmed" mt={4} component="div">
      {rate !== null && t('{percent} % of {count} arrived', { percent: rate, count: delivered + failed })}
      {rate !== null && lastAttempt && ' · '}
      {lastAttempt && (
        <>
          {answerWords(lastAttempt)} · <TimeText at={lastAttempt.at} /> {clockTime(lastAttempt.at)}
        </>
      )}
    </Text>
  );
}

export function SubscriptionCard({ subscription }: { subscription: Subscription }) {
  const { color, words } = healthLooks[healthOf(subscription)];
  return (
    <Card withBorder padding="md" role="group" aria-label={subscription.url}>
      <Group justify="space-between" wrap="wrap" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {subscription.url}
        </Text>
        <Badge variant="light" color={color}>
          {words}
        </Badge>
      </Group>
      {subscription.description && <Text size="sm">{subscription.description}</Text>}
      <Fares subscription={subscription} />
      {!subscription.active && (
        <Text size="sm" mt={4}>
          {t(
            'Nothing is sent. What waits goes out once it goes on; what happens until then is not sent later.',
          )}
        </Text>
      )}
      <Group gap={6} mt="sm">
        {subscription.events.map((event) => (
          <Badge key={event} variant="default" radius="sm" tt="none" ff="monospace">
            {event}
          </Badge>
        ))}
      </Group>
      <Acts subscription={subscription} />
    </Card>
  );
}

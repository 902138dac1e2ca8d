// Deliveries: what was sent, what is still being tried, and what was given up.
import { Badge, Button, Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deliveriesQuery, subscriptionsQuery } from '../app/api/automation-queries.ts';
import type { Delivery, Subscription } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { EmptyState } from '../theme/EmptyState.tsx';
import { DeliveryDetail } from './DeliveryDetail.tsx';
import { answerWords, deliveryLooks } from './health.ts';
import { NextTry } from './NextTry.tsx';
import { useKnownEvents } from './use-known-events.ts';

interface RowProps {
  delivery: Delivery;
  subscription: Subscription | undefined;
  onOpen: () => void;
}

function DeliveryRow({ delivery, subscription, onOpen }: RowProps) {
  const { color, words } = deliveryLooks[delivery.state];
  return (
    <Table.Tr>
      <Table.Td>
        <Button variant="subtle" size="compact-sm" ff="monospace" onClick={onOpen}>
          {delivery.eventType}
        </Button>
        <Text size="xs" c="var(--cw-muted)" px={8} maw={260} truncate title={subscription?.url}>
          {subscription?.url}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={color} miw="max-content">
          {words}
        </Badge>
      </Table.Td>
      <Table.Td>{delivery.attempts}</Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2} maw={320}>
          {answerWords({ problem: delivery.lastProblem, status: delivery.lastStatus })}
        </Text>
      </Table.Td>
      <Table.Td>
        <NextTry delivery={delivery} subscription={subscription} />
      </Table.Td>
      <Table.Td>
        <TimeText at={delivery.createdAt} /> {clockTime(delivery.createdAt)}
      </Table.Td>
    </Table.Tr>
  );
}

const headings = [t('Event'), t('State'), t('Attempts'), t('Last answer'), t('Next try'), t('Made')];

export interface DeliveryFilter {
  state?: string | undefined;
  subscription?: string | undefined;
  event?: string | undefined;
}

function Filters({ filter, onFilter }: { filter: DeliveryFilter; onFilter(next: DeliveryFilter): void }) {
  const { data: subscriptions = [] } = useQuery(subscriptionsQuery);
  const { state, subscription, event } = filter;
  const knownEvents = useKnownEvents();
  return (
    <Group align="end">
      <SegmentedControl
        aria-label={t('State')}
        value={state ?? 'all'}
        onChange={(next) => onFilter({ ...filter, state: next === 'all' ? undefined : next })}
        data={[
          { value: 'all', label: t('All') },
          ...Object.entries(deliveryLooks).map(([value, { words }]) => ({ value, label: words })),
        ]}
      />
      <Select
        label={t('Sent to')}
        placeholder={t('Everybody')}
        clearable
        value={subscription ?? null}
        onChange={(next) => onFilter({ ...filter, subscription: next ?? undefined })}
        data={subscriptions.map(({ id, url }) => ({ value: id, label: url }))}
      />
      <Select
        label={t('Event')}
        placeholder={t('Every event')}
        clearable
        value={event ?? null}
        onChange={(next) => onFilter({ ...filter, event: next ?? undefined })}
        data={knownEvents}
      />
    </Group>
  );
}

export function DeliveriesTab({ filter }: { filter: DeliveryFilter }) {
  const navigate = useNavigate();
  const { state, subscription: subscriptionId, event: eventType } = filter;
  const { data: subscriptions = [] } = useQuery(subscriptionsQuery);
  const to = (delivery: Delivery) => subscriptions.find(({ id }) => id === delivery.subscriptionId);
  const deliveries = useQuery(deliveriesQuery({ state, subscriptionId, eventType }));
  const [chosen, setOpened] = useState<Delivery | null>(null);
  // As it is by now; where it no longer fits the filter, as it was.
  const opened = deliveries.data?.find(({ id }) => id === chosen?.id) ?? chosen;
  const choose = (next: DeliveryFilter) =>
    void navigate({ to: '/automations', search: { tab: 'deliveries', ...next } });
  return (
    <Stack>
      <Filters filter={filter} onFilter={choose} />
      <Loaded query={deliveries}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconSend} title={t('Nothing was sent')}>
              {t('When a subscription hears of an event, what is sent and what was answered stands here.')}
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={760}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    {headings.map((heading) => (
                      <Table.Th key={heading}>{heading}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((delivery) => (
                    <DeliveryRow
                      key={delivery.id}
                      delivery={delivery}
                      subscription={to(delivery)}
                      onOpen={() => setOpened(delivery)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      <Dialog opened={opened !== null} onClose={() => setOpened(null)} title={opened?.eventType} size="lg">
        {opened && (
          <DeliveryDetail delivery={opened} subscription={to(opened)} onDone={() => setOpened(null)} />
        )}
      </Dialog>
    </Stack>
  );
}

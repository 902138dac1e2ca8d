// Deliveries: what was sent, what is still being tried, and what was given up.
import { Badge, Button, Code, Group, Modal, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deliveriesQuery } from '../app/api/automation-queries.ts';
import { post } from '../app/api/request.ts';
import type { Delivery } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { clockTime } from '../app/words/due.ts';
import { retell, t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';

const looks = {
  waiting: { color: 'yellow', words: t('Being tried') },
  delivered: { color: 'teal', words: t('Delivered') },
  dead: { color: 'red', words: t('Given up') },
} as const;

function lastAnswer(delivery: Delivery): string {
  if (delivery.lastProblem) return retell(delivery.lastProblem);
  return delivery.lastStatus === null
    ? t('Not sent yet')
    : t('Answered {status}', { status: delivery.lastStatus });
}

function DeliveryRow({ delivery, onOpen }: { delivery: Delivery; onOpen: () => void }) {
  const { color, words } = looks[delivery.state];
  return (
    <Table.Tr>
      <Table.Td>
        <Button variant="subtle" size="compact-sm" ff="monospace" onClick={onOpen}>
          {delivery.eventType}
        </Button>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={color}>
          {words}
        </Badge>
      </Table.Td>
      <Table.Td>{delivery.attempts}</Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2} maw={320}>
          {lastAnswer(delivery)}
        </Text>
      </Table.Td>
      <Table.Td>
        <TimeText at={delivery.createdAt} /> {clockTime(delivery.createdAt)}
      </Table.Td>
    </Table.Tr>
  );
}

function DeliveryDetail({ delivery, onDone }: { delivery: Delivery; onDone: () => void }) {
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => post(`/deliveries/${encodeURIComponent(delivery.id)}/redeliver`),
    onSuccess: async () => {
      told(t('It is sent again with the same id, so a receiver that has it counts it once.'));
      await client.invalidateQueries({ queryKey: ['deliveries'] });
      onDone();
    },
    onError: toldFailure,
  });
  return (
    <Stack>
      <Text size="sm">{lastAnswer(delivery)}</Text>
      <Text size="xs" c="dimmed">
        {t('webhook-id')} <Code>{delivery.id}</Code>
      </Text>
      <Code block>{JSON.stringify(JSON.parse(delivery.body), null, 2)}</Code>
      <Group justify="flex-end">
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('Send again')}
        </Button>
      </Group>
    </Stack>
  );
}

const headings = [t('Event'), t('State'), t('Attempts'), t('Last answer'), t('Made')];

export function DeliveriesTab({ state }: { state: string | undefined }) {
  const navigate = useNavigate();
  const deliveries = useQuery(deliveriesQuery(state ? { state } : {}));
  const [opened, setOpened] = useState<Delivery | null>(null);
  const choose = (next: string) =>
    void navigate({
      to: '/automations',
      search: { tab: 'deliveries', state: next === 'all' ? undefined : next },
    });
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('State')}
        style={{ alignSelf: 'flex-start' }}
        value={state ?? 'all'}
        onChange={choose}
        data={[
          { value: 'all', label: t('All') },
          ...Object.entries(looks).map(([value, { words }]) => ({ value, label: words })),
        ]}
      />
      <Loaded query={deliveries}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconSend} title={t('Nothing was sent')}>
              {t('When a subscription hears of an event, what is sent and what was answered stands here.')}
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={640}>
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
                    <DeliveryRow key={delivery.id} delivery={delivery} onOpen={() => setOpened(delivery)} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={opened?.eventType} size="lg">
        {opened && <DeliveryDetail delivery={opened} onDone={() => setOpened(null)} />}
      </Modal>
    </Stack>
  );
}

// One delivery: what is sent, what each attempt came to, and when it is tried next.
import { Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { attemptsQuery } from '../app/api/automation-queries.ts';
import { post } from '../app/api/request.ts';
import type { Delivery, DeliveryAttempt, Subscription } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { answerWords } from './health.ts';
import { NextTry } from './NextTry.tsx';

function Attempts({ items }: { items: readonly DeliveryAttempt[] }) {
  if (items.length === 0) return <Text size="sm">{t('Not sent yet')}</Text>;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={t('Attempts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Sent')}</Table.Th>
            <Table.Th>{t('Answer')}</Table.Th>
            <Table.Th>{t('Took')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((attempt) => (
            <Table.Tr key={attempt.at}>
              <Table.Td>
                <TimeText at={attempt.at} /> {clockTime(attempt.at)}
              </Table.Td>
              <Table.Td>{answerWords(attempt)}</Table.Td>
              <Table.Td>{t('{count} ms', { count: attempt.milliseconds })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The signature is made anew at each attempt, and is nobody's to read. */
const headersOf = ({ id }: Delivery): string =>
  [
    'content-type: application/cloudevents+json; charset=utf-8',
    `webhook-id: ${id}`,
    `webhook-timestamp: ${t('when it is sent')}`,
    'webhook-signature: v1,…',
  ].join('\n');

interface Props {
  delivery: Delivery;
  subscription: Subscription | undefined;
  onDone: () => void;
}

export function DeliveryDetail({ delivery, subscription, onDone }: Props) {
  const client = useQueryClient();
  const attempts = useQuery(attemptsQuery(delivery.id));
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
      <Loaded query={attempts}>{(items) => <Attempts items={items} />}</Loaded>
      {delivery.state === 'waiting' && (
        <Text size="sm">
          {t('Next try:')} <NextTry delivery={delivery} subscription={subscription} />
        </Text>
      )}
      <Code block>{`${headersOf(delivery)}\n\n${JSON.stringify(JSON.parse(delivery.body), null, 2)}`}</Code>
      <Group justify="flex-end">
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('Send again')}
        </Button>
      </Group>
    </Stack>
  );
}

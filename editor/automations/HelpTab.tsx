// What a receiver needs to know: which events there are, how a message looks, and how it is told from a forged one.
import { Accordion, Code, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import javaScript from '../../samples/webhooks/verify.mjs?raw';
import python from '../../samples/webhooks/verify.py?raw';
import shell from '../../samples/webhooks/verify.sh?raw';
import { eventTypesQuery } from '../app/api/automation-queries.ts';
import type { EventType } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { retell, t } from '../language/index.ts';
import { CodeBlock } from './CodeBlock.tsx';

const samples = [
  { value: 'JavaScript', code: javaScript },
  { value: t('Python'), code: python },
  { value: 'curl, openssl', code: shell },
];

function Verify() {
  const [chosen, setChosen] = useState(samples[0]?.value ?? '');
  const sample = samples.find(({ value }) => value === chosen);
  return (
    <section aria-labelledby="verify">
      <Title order={2} size="h4" id="verify">
        {t('Is a message from here?')}
      </Title>
      <Text size="sm" c="var(--cw-muted)" maw="72ch" mb="sm">
        {t(
          'Each message is signed with the secret of its subscription (Standard Webhooks). Check the signature before you read it, and take each webhook-id once: a message that was not answered is sent again.',
        )}
      </Text>
      <Stack gap="sm">
        <SegmentedControl
          w="fit-content"
          aria-label={t('Language of the code')}
          value={chosen}
          onChange={setChosen}
          data={samples.map(({ value }) => value)}
        />
        {sample && <CodeBlock code={sample.code} label={t('Code in {language}', { language: chosen })} />}
      </Stack>
    </section>
  );
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

function EventItem({ event: { type, when, sample, schema } }: { event: EventType }) {
  return (
    <Accordion.Item value={type}>
      <Accordion.Control>
        <Code fz="sm">{type}</Code>
        <Text size="sm" mt={4}>
          {retell(when)}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <div>
            <Text size="sm" fw={600} mb={4}>
              {t('Sample')}
            </Text>
            <CodeBlock code={pretty(sample)} label={t('Sample of {type}', { type })} />
          </div>
          <div>
            <Text size="sm" fw={600} mb={4}>
              {t('JSON Schema')}
            </Text>
            <CodeBlock code={pretty(schema)} label={t('Schema of {type}', { type })} />
          </div>
        </SimpleGrid>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

export function HelpTab() {
  const events = useQuery(eventTypesQuery);
  return (
    <Stack gap="xl">
      <Verify />
      <section aria-labelledby="events">
        <Title order={2} size="h4" id="events">
          {t('Which events there are')}
        </Title>
        <Text size="sm" c="var(--cw-muted)" maw="72ch" mb="sm">
          {t(
            'Messages are CloudEvents with ids and numbers, never with what people wrote: read the rest with an API key. A cycle sends events of its own with the action “Tell other systems”.',
          )}
        </Text>
        <Loaded query={events}>
          {(items) => (
            <Accordion multiple variant="contained" order={3}>
              {items.map((event) => (
                <EventItem key={event.type} event={event} />
              ))}
            </Accordion>
          )}
        </Loaded>
      </section>
    </Stack>
  );
}

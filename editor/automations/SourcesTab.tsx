// Sources: inbound webhooks, each with its address, its secret and what a message becomes.
import { Badge, Button, Card, Code, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDownLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { sourcesQuery } from '../app/api/automation-queries.ts';
import type { Source } from '../app/api/wire.ts';
import { CopyAct } from '../app/parts/CopyAct.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t, tx } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { EmptyState } from '../theme/EmptyState.tsx';
import { NewSource } from './NewSource.tsx';
import { RemoveAct } from './RemoveAct.tsx';
import { useAddButton } from './use-add-button.ts';

const becomes = ({ mapping }: Source): string =>
  mapping.to === 'observation' ? t('An observation') : t('An event for a plan');

/** The address as another system must call it. */
const addressOf = (source: Source): string => new URL(source.url, window.location.origin).href;

function SourceCard({ source }: { source: Source }) {
  const address = addressOf(source);
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="wrap" gap="xs">
        <Text fw={600}>{source.name}</Text>
        <Badge variant="light" color={source.active ? 'teal' : 'gray'}>
          {source.active ? t('Listening') : t('Paused')}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {becomes(source)} · {tx('since {time}', { time: <TimeText at={source.createdAt} /> })}
      </Text>
      <Group gap="xs" mt="sm" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{address}</Code>
        <CopyAct text={address} label={t('Copy the address of {name}', { name: source.name })} />
      </Group>
      <Group mt="sm">
        <RemoveAct kind="sources" id={source.id} name={source.name}>
          {t('What is sent to its address is refused from now on. What it has sent stays.')}
        </RemoveAct>
      </Group>
    </Card>
  );
}

export function SourcesTab() {
  const sources = useQuery(sourcesQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const { button, giveBack } = useAddButton(sources.data?.length);
  const add = (
    <Button ref={button} leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('Add a source')}
    </Button>
  );
  return (
    <>
      <Loaded query={sources}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconArrowDownLeft} title={t('No system sends anything in yet')} action={add}>
              {t(
                'A source is an address that another system calls. Each signed message becomes an observation or an event.',
              )}
            </EmptyState>
          ) : (
            <Stack>
              <Group justify="flex-end">{add}</Group>
              {items.map((source) => (
                <SourceCard key={source.id} source={source} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog
        opened={opened}
        onClose={close}
        onExitTransitionEnd={giveBack}
        title={t('Add a source')}
        size="lg"
      >
        <NewSource onDone={close} />
      </Dialog>
    </>
  );
}

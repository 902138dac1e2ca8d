// The first screen: look around with sample data, or start clean with an administrator.
import { Button, Group, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCompass, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import { setupQuery } from '../app/api/session-queries.ts';
import type { Setup } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { CleanStart } from './CleanStart.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { Frame } from './Frame.tsx';
import classes from './setup.module.css';

function LookAround({ onStart, busy }: { onStart: () => void; busy: boolean }) {
  return (
    <section className={classes.choice} aria-labelledby="look-around">
      <ThemeIcon size={40} radius="md" variant="light">
        <IconCompass size={22} aria-hidden />
      </ThemeIcon>
      <Title order={2} id="look-around">
        {t('Look around')}
      </Title>
      <Text c="var(--cw-muted)" style={{ flex: 1 }}>
        {t(
          "A city's organisation with real indicators, cycles that run, and tasks that wait. See it as a manager, an employee, a designer or an administrator. Nothing leaves this computer.",
        )}
      </Text>
      <Button onClick={onStart} loading={busy}>
        {busy ? t('Loading the sample organisation') : t('Load the sample organisation')}
      </Button>
    </section>
  );
}

function StartClean({ onStart }: { onStart: () => void }) {
  return (
    <section className={classes.choice} aria-labelledby="start-clean">
      <ThemeIcon size={40} radius="md" variant="light" color="gray">
        <IconSparkles size={22} aria-hidden />
      </ThemeIcon>
      <Title order={2} id="start-clean">
        {t('Start clean')}
      </Title>
      <Text c="var(--cw-muted)" style={{ flex: 1 }}>
        {t(
          'An empty organisation for your own components, people and goals. You become its first administrator; the sample cycles are there to begin from.',
        )}
      </Text>
      <Button variant="default" onClick={onStart}>
        {t('Create an administrator')}
      </Button>
    </section>
  );
}

function Choice({ setup, onDemo }: { setup: Setup; onDemo: () => void }) {
  const [clean, setClean] = useState(false);
  const client = useQueryClient();
  const demo = useMutation({
    mutationFn: () => post('/setup/demo'),
    onSuccess: async () => {
      await client.fetchQuery({ ...setupQuery, staleTime: 0 });
      onDemo();
    },
  });
  if (clean) return <CleanStart onBack={() => setClean(false)} />;
  return (
    <>
      <Text c="var(--cw-muted)" ta="center" maw="56ch" mb="xl">
        {t(
          'Draw the review cycles of your organisation, let one plan per component run through them, and work the tasks that this opens. How would you like to begin?',
        )}
      </Text>
      {demo.isError && <Failure error={demo.error} onRetry={() => demo.mutate()} />}
      <SimpleGrid cols={{ base: 1, sm: setup.demoAllowed ? 2 : 1 }} spacing="lg" maw={760} w="100%">
        {setup.demoAllowed && <LookAround busy={demo.isPending} onStart={() => demo.mutate()} />}
        <StartClean onStart={() => setClean(true)} />
      </SimpleGrid>
    </>
  );
}

export function WelcomeScreen() {
  const setup = useQuery(setupQuery);
  const ready = setup.data?.state === 'ready';
  return (
    <Frame title={ready ? t('Who would you like to be?') : t('Welcome')}>
      <Group justify="center" w="100%">
        <Loaded query={setup} lines={3}>
          {(data) =>
            data.state === 'ready' ? (
              <DemoPeople people={data.demoPeople} />
            ) : (
              <Choice setup={data} onDemo={() => void setup.refetch()} />
            )
          }
        </Loaded>
      </Group>
    </Frame>
  );
}

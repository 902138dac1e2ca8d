// Keeps what was rehearsed as a scenario of the cycle, under a name.
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../../language/index.ts';
import type { RehearseProps } from '../rehearse-props.ts';
import { freeName } from '../scenarios/edit-scenario.ts';
import { playOf, type Rehearsal } from './rehearsal.ts';
import { stageNames } from './say.ts';
import { toScenario } from './to-scenario.ts';

interface Props extends Pick<RehearseProps, 'cycle' | 'run' | 'say'> {
  rehearsal: Rehearsal;
}

export function SaveScenario({ cycle, run, say, rehearsal }: Props) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = () => {
    const { plan } = playOf(rehearsal);
    setName(freeName(cycle, t('A plan comes to {stages}', { stages: stageNames(cycle, plan.stage) })));
    setRefusal(null);
    setOpened(!opened);
  };
  const save = () => {
    const result = run?.({ type: 'add-scenario', scenario: toScenario(rehearsal, name.trim()) });
    if (result?.kind !== 'applied') return setRefusal(result?.reason ?? null);
    setOpened(false);
    say(t('Saved as the scenario {name}.', { name }));
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDeviceFloppy size={15} />}
          disabled={run === null || rehearsal.log.length === 0}
          onClick={open}
        >
          {t('Save as a scenario…')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Save as a scenario')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Stack gap="xs" w={300}>
            <TextInput
              size="sm"
              label={t('What it shows')}
              description={t('The scenario checks at every change that these steps still lead here.')}
              data-autofocus
              value={name}
              error={refusal}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button size="compact-sm" variant="subtle" onClick={() => setOpened(false)}>
                {t('Cancel')}
              </Button>
              <Button size="compact-sm" type="submit" disabled={name.trim() === ''}>
                {t('Save scenario')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

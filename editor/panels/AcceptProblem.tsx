// A warning that a cycle lives with, for a reason: it becomes a note, wherever the cycle has it.
import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';

/** As the document asks for. */
const SHORTEST = 10;

export function AcceptProblem({ problem: { code } }: { problem: Problem }) {
  const { cycle, run } = useEditing();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const isLong = reason.trim().length >= SHORTEST;
  const accept = () =>
    run({ type: 'set-cycle', patch: { accepts: { ...cycle.accepts, [code]: reason.trim() } } });
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-end"
      width={320}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          className={styles.fix}
          aria-label={t('Live with {code}…', { code })}
          onClick={() => setOpened(true)}
        >
          {t('Live with it…')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isLong) accept();
          }}
        >
          <Stack gap="xs">
            <TextInput
              size="sm"
              data-autofocus
              label={t('Why that is right here')}
              description={t('In a sentence; it stays in the cycle')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Text size="xs" c="var(--cw-muted)">
              {t('Every {code} of this cycle becomes a note with this reason.', { code })}
            </Text>
            <Group justify="flex-end" gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => setOpened(false)}>
                {t('Cancel')}
              </Button>
              <Button size="compact-sm" type="submit" disabled={!isLong}>
                {t('Accept')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

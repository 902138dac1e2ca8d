// One scenario in the list: whether it passes, at which step it fails, and what can be done with it.
import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconCopy,
  IconDotsVertical,
  IconPencil,
  IconPlayerTrackNext,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { stageNames, taskTitle } from '../step/say.ts';
import { kindOf, kindWords, stagesOf } from './edit-scenario.ts';
import { ScenarioEditor } from './ScenarioEditor.tsx';
import type { ScenarioEditing } from './scenario-editing.ts';
import type { Failing, ScenarioLine } from './scenario-results.ts';

export interface RowActs {
  onStep(): void;
  onDuplicate(): void;
  onRemove(): void;
}

interface Props extends RowActs {
  cycle: Cycle;
  line: ScenarioLine;
  opened: boolean;
  onToggle(): void;
  editing: ScenarioEditing;
}

const looks = {
  passed: { icon: IconCircleCheck, color: 'var(--cw-outcome-meets)', words: t('Passes') },
  failed: { icon: IconCircleX, color: 'var(--cw-danger)', words: t('Fails') },
  faulty: { icon: IconAlertTriangle, color: 'var(--cw-warning)', words: t('Cannot be run') },
};

function whereWords(cycle: Cycle, { scenario }: ScenarioLine, { step }: Failing): string {
  const when = step === null ? undefined : scenario.when?.[step];
  if (!when || step === null) return t('At the end');
  const what =
    when.complete === undefined
      ? kindWords[kindOf(when)]
      : t('“{title}”', { title: taskTitle(cycle, when.complete) });
  return t('Step {step}, {what}', { step: step + 1, what });
}

export function ScenarioRow({ cycle, line, opened, onToggle, editing, ...acts }: Props) {
  const [editingIt, setEditingIt] = useState(false);
  const { icon: Icon, color, words } = looks[line.state];
  const { scenario, failing } = line;
  const count = scenario.when?.length ?? 0;
  const ends = stagesOf(scenario.then);
  return (
    <li className={styles.scenario} data-opened={opened || undefined}>
      <Group gap={0} wrap="nowrap" align="flex-start">
        <button type="button" className={styles.scenarioName} aria-expanded={opened} onClick={onToggle}>
          <Icon size={17} color={color} role="img" aria-label={words} className={styles.leadIcon} />
          <span className={styles.wayText}>{scenario.name}</span>
        </button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon mt={5} mr={8} aria-label={t('More about {name}', { name: scenario.name })}>
              <IconDotsVertical size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCopy size={15} />}
              disabled={editing.disabled}
              onClick={acts.onDuplicate}
            >
              {t('Duplicate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={15} />}
              color="red"
              disabled={editing.disabled}
              onClick={acts.onRemove}
            >
              {t('Delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {failing.length > 0 && (
        <ul className={styles.failures}>
          {failing.slice(0, opened ? failing.length : 1).map((one) => (
            <li key={`${one.step} ${one.message}`}>
              <b>{whereWords(cycle, line, one)}:</b> {one.message}
            </li>
          ))}
        </ul>
      )}
      {opened && (
        <Stack gap={8} className={styles.scenarioBody}>
          {scenario.description && !editingIt && <Text size="sm">{scenario.description}</Text>}
          {!editingIt && (
            <Text size="xs" c="var(--cw-muted)">
              {ends.length === 0
                ? t('{count, plural, one {One step} other {# steps}}. The canvas shows the way it takes.', {
                    count,
                  })
                : t(
                    '{count, plural, one {One step} other {# steps}}, ends in {stages}. The canvas shows the way it takes.',
                    { count, stages: stageNames(cycle, ends) },
                  )}
            </Text>
          )}
          <Group gap={6}>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlayerTrackNext size={15} />}
              onClick={acts.onStep}
            >
              {t('Step through it')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPencil size={15} />}
              aria-expanded={editingIt}
              onClick={() => setEditingIt(!editingIt)}
            >
              {editingIt ? t('Done') : editing.disabled ? t('Look inside') : t('Edit')}
            </Button>
          </Group>
          {editingIt && <ScenarioEditor editing={editing} line={line} />}
        </Stack>
      )}
    </li>
  );
}

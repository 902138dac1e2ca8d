// A list of actions in the order in which they happen.
import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Action } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { ActionFields } from './ActionFields.tsx';
import { AddMenu } from './AddMenu.tsx';
import { actionWords, newActions } from './action-presets.ts';
import { useEditing } from './editing.ts';
import { FeelField } from './FeelField.tsx';
import styles from './panels.module.css';

interface Props {
  /** JSON Pointer of the list. */
  place: string;
  actions: readonly Action[];
  apply(actions: Action[], burst?: string): Applied;
}

export function ActionsEditor({ place, actions, apply }: Props) {
  const { readOnly } = useEditing();
  const replace = (index: number, action: Action, burst?: string) =>
    apply(
      actions.map((each, nth) => (nth === index ? action : each)),
      burst,
    );
  const earlier = (index: number) =>
    apply([
      ...actions.slice(0, index - 1),
      ...actions.slice(index - 1, index + 1).toReversed(),
      ...actions.slice(index + 1),
    ]);
  return (
    <Stack gap="xs">
      {actions.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other identity than its place.
        <Stack key={index} gap="xs" className={styles.card} role="group" aria-label={actionWords[action.do]}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={600}>
              {actionWords[action.do]}
            </Text>
            {!readOnly && (
              <Group gap={2} wrap="nowrap">
                {index > 0 && (
                  <ActionIcon
                    aria-label={t('{action}: do earlier', { action: actionWords[action.do] })}
                    onClick={() => earlier(index)}
                  >
                    <IconArrowUp size={15} />
                  </ActionIcon>
                )}
                <ActionIcon
                  aria-label={t('Remove: {action}', { action: actionWords[action.do] })}
                  onClick={() => apply(actions.filter((_, nth) => nth !== index))}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </Group>
            )}
          </Group>
          <ActionFields
            place={place + pointer(index)}
            action={action}
            apply={(next, burst) => replace(index, next, burst)}
          />
          <FeelField
            label={t('Only if')}
            place={place + pointer(index, 'guard')}
            value={action.guard ?? ''}
            placeholder={t('always')}
            apply={(guard, burst) =>
              replace(index, patched(action, { guard: guard.trim() ? guard : undefined }), burst)
            }
          />
        </Stack>
      ))}
      {!readOnly && <AddAction onAdd={(action) => apply([...actions, action])} />}
    </Stack>
  );
}

function AddAction({ onAdd }: { onAdd(action: Action): void }) {
  return (
    <AddMenu label={t('Add an action')}>
      {Object.values(newActions).map((action) => (
        <Menu.Item key={action.do} onClick={() => onAdd(action)}>
          {actionWords[action.do]}
        </Menu.Item>
      ))}
    </AddMenu>
  );
}

// Undo and redo in a dialog over the canvas, whose own are behind it.
import { ActionIcon, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';

export function UndoButtons() {
  const { undo, redo, readOnly } = useEditing();
  if (readOnly) return null;
  return (
    <Group gap={2} ml="auto" wrap="nowrap">
      <ActionIcon size={36} aria-label={t('Undo')} onClick={undo}>
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon size={36} aria-label={t('Redo')} onClick={redo}>
        <IconArrowForwardUp size={18} />
      </ActionIcon>
    </Group>
  );
}

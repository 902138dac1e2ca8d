// The notice of a move, with the way back.
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../language/index.ts';

export const movedNotice = (words: string, undo: () => void): ReactNode => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{words}</Text>
    <Button size="xs" variant="default" style={{ flex: 'none' }} onClick={undo}>
      {t('Undo')}
    </Button>
  </Group>
);

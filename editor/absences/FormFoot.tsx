// The foot of a form about somebody's absence: what becomes of it in small, the way back, and its one verb.
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../language/index.ts';

interface Props {
  note: string;
  onCancel: () => void;
  /** The verb. */
  children: ReactNode;
}

export const FormFoot = ({ note, onCancel, children }: Props) => (
  <Group justify="space-between" gap="sm">
    <Text size="xs" c="var(--cw-muted)" style={{ flex: '1 1 240px' }}>
      {note}
    </Text>
    <Group gap="sm">
      <Button variant="default" onClick={onCancel}>
        {t('Cancel')}
      </Button>
      {children}
    </Group>
  </Group>
);

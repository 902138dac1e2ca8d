// What the rules of goals, measures and standards say of one while it is written: advice, never a wall.
import { List, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { t } from '../language/index.ts';
import type { Said } from './lint.ts';

export function Advice({ said }: { said: Said[] }) {
  if (said.length === 0) return null;
  return (
    <List size="sm" spacing={4} listStyleType="none" aria-label={t('Advice')} aria-live="polite" ps={0}>
      {said.map(({ code, message, isGrave }) => (
        <List.Item
          styles={{ itemWrapper: { alignItems: 'flex-start' }, itemIcon: { paddingTop: 2 } }}
          key={`${code} ${message}`}
          icon={
            isGrave ? (
              <IconAlertTriangle size={16} color="var(--cw-warning)" aria-hidden />
            ) : (
              <IconInfoCircle size={16} color="var(--cw-muted)" aria-hidden />
            )
          }
        >
          <Text span size="sm">
            {message}
          </Text>{' '}
          <Text span size="xs" c="var(--cw-muted)">
            {code}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

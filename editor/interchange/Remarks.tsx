// What was lost or changed between two notations, as sentences with their places.
import { List, Text } from '@mantine/core';
import type { Remark } from './remark.ts';

const mostShown = 40;

export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const shown = remarks.slice(0, mostShown);
  return (
    <List size="sm" spacing={6}>
      {shown.map(({ place, message }) => (
        <List.Item key={`${place} ${message}`}>
          {message}
          {place && (
            <Text span size="xs" c="dimmed" ff="monospace">
              {' '}
              {place}
            </Text>
          )}
        </List.Item>
      ))}
      {remarks.length > shown.length && <List.Item>And {remarks.length - shown.length} more.</List.Item>}
    </List>
  );
}

// What was lost or changed between two notations, as sentences with their places; the same sentence is said once.
import { List, Text } from '@mantine/core';
import { t } from '../language/index.ts';
import type { Remark } from './remark.ts';

const mostPlaces = 3;

const placesOf = (remarks: readonly Remark[]): string => {
  const places = remarks.map(({ place }) => place).filter((place) => place !== '' && place !== '/');
  const more = places.length - mostPlaces;
  const shown = places.slice(0, mostPlaces).join(', ');
  return more > 0 ? t('{places} and {more} more', { places: shown, more }) : shown;
};

export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const groups = Object.entries(Object.groupBy(remarks, ({ message }) => message));
  return (
    <List size="sm" spacing={8}>
      {groups.map(([message, list = []]) => (
        <List.Item key={message}>
          {message}
          <Text size="xs" c="var(--cw-muted)" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {placesOf(list)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

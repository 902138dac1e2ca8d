// A moment as a date; the exact instant and zone on hover.
import { Text, Tooltip } from '@mantine/core';
import { exactly, shortDate } from '../words/due.ts';

export function TimeText({ at }: { at: string }) {
  return (
    <Tooltip label={exactly(at)}>
      <Text component="time" dateTime={at} inherit>
        {shortDate(at)}
      </Text>
    </Tooltip>
  );
}

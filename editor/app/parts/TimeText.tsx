// A moment as a date; the exact instant and zone on hover.
import { Text } from '@mantine/core';
import { Hint } from '../../theme/Hint.tsx';
import { exactly, shortDate } from '../words/due.ts';

export function TimeText({ at }: { at: string }) {
  return (
    <Hint label={() => exactly(at)}>
      <Text component="time" dateTime={at} inherit>
        {shortDate(at)}
      </Text>
    </Hint>
  );
}

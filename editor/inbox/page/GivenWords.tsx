// One answer of a form, to be read.
import { Text } from '@mantine/core';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import classes from '../inbox.module.css';
import type { GivenLine } from './given-lines.ts';

export function GivenWords({ line }: { line: GivenLine }) {
  return 'outcome' in line ? (
    <div>
      <OutcomeBadge outcome={line.outcome} size="sm" />
    </div>
  ) : (
    <Text size="sm" className={classes.asWritten}>
      {line.words}
    </Text>
  );
}

// Below, meets or exceeds: shape, colour and word on each choice.
import { Group, Input, SegmentedControl } from '@mantine/core';
import type { Outcome } from '../../../engine/index.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import classes from './outcome-picker.module.css';

const choices: (Outcome | 'none')[] = ['below', 'meets', 'exceeds', 'none'];
const isOutcome = (value: string): value is Outcome =>
  value === 'below' || value === 'meets' || value === 'exceeds';

interface Props {
  label: string;
  description?: string;
  value: Outcome | null;
  onChange: (value: Outcome | null) => void;
  /** "Not scored" may be chosen too. */
  withNone?: boolean;
}

export function OutcomePicker({ label, description, value, onChange, withNone = false }: Props) {
  const data = choices
    .filter((choice) => withNone || choice !== 'none')
    .map((choice) => ({
      value: choice,
      label: (
        <Group gap={6} justify="center" wrap="nowrap">
          <OutcomeShape outcome={choice === 'none' ? 'not-scored' : choice} />
          {outcomeStyle[choice === 'none' ? 'not-scored' : choice].words}
        </Group>
      ),
    }));
  return (
    <Input.Wrapper
      label={label}
      description={description}
      labelElement="div"
      className={classes.picker}
      data-count={data.length}
    >
      <SegmentedControl
        fullWidth
        classNames={{ root: classes.root, control: classes.control }}
        mt={4}
        size="sm"
        aria-label={label}
        data={data}
        value={value ?? (withNone ? 'none' : '')}
        onChange={(next) => onChange(isOutcome(next) ? next : null)}
      />
    </Input.Wrapper>
  );
}

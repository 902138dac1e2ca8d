// The box before a task by which it is picked; with Shift also what lies between it and the one picked last.
import { Checkbox } from '@mantine/core';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';

interface Props {
  name: string;
  picked: boolean;
  onPick: (range: boolean) => void;
}

export function PickBox({ name, picked, onPick }: Props) {
  return (
    <Checkbox
      size="xs"
      className={classes.pick}
      aria-label={t('Pick {task}', { task: name })}
      checked={picked}
      onChange={() => undefined}
      onClick={(event) => onPick(event.shiftKey)}
    />
  );
}

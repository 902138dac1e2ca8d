// One thing that both changed: what each made of it, and which is taken.
import { Radio, Text } from '@mantine/core';
import type { Cycle } from '../../engine/index.ts';
import type { Conflict, Side } from '../document/merge/conflict.ts';
import { t } from '../language/index.ts';
import { placeWords, sideWords } from './conflict-words.ts';
import classes from './safe.module.css';

interface Props {
  conflict: Conflict;
  who: string;
  cycles: readonly Cycle[];
  /** Null until somebody has chosen. */
  side: Side | null;
  onChoose(side: Side): void;
}

export function ChooseSide({ conflict, who, cycles, side, onChoose }: Props) {
  const place = placeWords(conflict, cycles);
  const option = (value: Side, label: string) => {
    const { text, exact } = sideWords(conflict, value, cycles);
    return (
      <Radio.Card value={value} className={classes.option} p="xs">
        <div className={classes.optionInside}>
          <Radio.Indicator mt={2} />
          <div style={{ minWidth: 0 }}>
            <Text size="xs" c="var(--cw-muted)">
              {label}
            </Text>
            <Text size="sm" ff={exact ? 'monospace' : undefined} className={classes.value}>
              {text}
            </Text>
          </div>
        </div>
      </Radio.Card>
    );
  };
  return (
    <li>
      <Radio.Group
        label={place}
        value={side}
        onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
      >
        <div className={classes.options}>
          {option('theirs', who)}
          {option('mine', t('You'))}
        </div>
      </Radio.Group>
    </li>
  );
}

// How the measures at and below a component stand: one bar by outcome, and the numbers in words.
import { Text } from '@mantine/core';
import type { RollUpItem } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { type OutcomeOrNone, outcomeStyle } from '../theme/theme.ts';
import classes from './organisation.module.css';

const order: { key: 'exceeds' | 'meets' | 'below'; outcome: OutcomeOrNone }[] = [
  { key: 'exceeds', outcome: 'exceeds' },
  { key: 'meets', outcome: 'meets' },
  { key: 'below', outcome: 'below' },
];

export function MeasureBar({ measures }: { measures: NonNullable<RollUpItem['measures']> }) {
  const { below, meets, exceeds, notScored } = measures;
  const total = below + meets + exceeds + notScored;
  if (total === 0)
    return (
      <Text size="xs" c="var(--cw-muted)">
        {t('no measures')}
      </Text>
    );
  const met = meets + exceeds;
  const words = t('{met} of {total} measures meet their standard, {below} below, {notScored} not scored', {
    met,
    total,
    below,
    notScored,
  });
  return (
    <Hint label={words}>
      <div>
        <Text size="xs" c="var(--cw-muted)">
          {t('{met} of {total} met', { met, total })}
        </Text>
        <div className={classes.bar} role="img" aria-label={words}>
          {order.map(({ key, outcome }) => (
            <div
              key={key}
              style={{ width: `${(measures[key] / total) * 100}%`, background: outcomeStyle[outcome].color }}
            />
          ))}
        </div>
      </div>
    </Hint>
  );
}

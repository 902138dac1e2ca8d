// What the tints mean, in numbers.
import { Text } from '@mantine/core';
import { t } from '../language/index.ts';
import { heatTint } from '../theme/heat.ts';
import classes from './watch.module.css';
import { stayWords } from './watch-lines.ts';

const steps = [0, 0.25, 0.5, 0.75, 1];

interface Props {
  longest: number;
  /** Has any stay ended? */
  ended: boolean;
}

export function HeatLegend({ longest, ended }: Props) {
  if (longest === 0)
    return (
      <Text size="xs" c="var(--cw-muted)">
        {ended
          ? t('Every stay was too short to tell one from another.')
          : t('No stay has ended yet, so there is nothing to compare.')}
      </Text>
    );
  return (
    <div>
      <Text size="xs" c="var(--cw-muted)" mb={4}>
        {t('Median stay, over all versions of the cycle')}
      </Text>
      <ul className={classes.legend} aria-label={t('Median stay by tint')}>
        {steps.map((share) => (
          <li key={share}>
            <span className={classes.tint} style={{ background: heatTint(share) }} />
            {share === 0 ? '0' : stayWords(longest * share)}
          </li>
        ))}
      </ul>
    </div>
  );
}

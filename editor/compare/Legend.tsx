// What the marks on the canvas mean, with how many there are of each.
import { Group, Text } from '@mantine/core';
import type { ChangeLook } from '../canvas/flow/overlay.ts';
import { t } from '../language/index.ts';
import { changeStyle } from '../theme/change-style.ts';
import classes from './compare.module.css';
import type { Change } from './compare-on-canvas.ts';

const looks: readonly ChangeLook[] = ['added', 'removed', 'changed', 'moved'];

export function Sign({ look }: { look: ChangeLook }) {
  const { icon: Icon } = changeStyle[look];
  return (
    <span className={classes.sign} data-change={look}>
      <Icon size={12} stroke={2.5} aria-hidden />
    </span>
  );
}

export function Legend({ changes }: { changes: readonly Change[] }) {
  const shown = looks
    .map((look) => ({ look, count: changes.filter((change) => change.look === look).length }))
    .filter(({ count }) => count > 0);
  return (
    <Group component="ul" gap="sm" className={classes.legend} aria-label={t('What is marked')}>
      {shown.map(({ look, count }) => (
        <li key={look}>
          <Sign look={look} />
          <Text span size="xs">
            {count} {changeStyle[look].words}
          </Text>
        </li>
      ))}
    </Group>
  );
}

// Small chips at the corners of a stage: its problems, how many plans are in it, the steps of a plan.

import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { changeStyle } from '../../theme/change-style.ts';
import { Hint } from '../../theme/Hint.tsx';
import styles from '../canvas.module.css';
import { CountBadges } from './CountBadges.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import type { ChangeLook } from './overlay.ts';
import type { StageData } from './to-nodes.ts';

export function StageBadges({ data }: { data: StageData }) {
  const { trouble, count, steps, active, look, mark } = data;
  return (
    <>
      {look && <ChangeBadge look={look} />}
      {trouble && (
        <Hint label={trouble.text} isLong>
          <span
            className={styles.trouble}
            data-severity={trouble.severity}
            role="img"
            aria-label={trouble.text}
          >
            <IconAlertTriangle size={13} />
          </span>
        </Hint>
      )}
      {steps && (
        <span className={styles.steps} data-active={active || undefined}>
          <span className={styles.spoken}>{t('step')} </span>
          {steps}
        </span>
      )}
      {mark && <MarkBadge mark={mark} />}
      {count && <CountBadges count={count} />}
    </>
  );
}

function ChangeBadge({ look }: { look: ChangeLook }) {
  const { icon: Icon, words } = changeStyle[look];
  return (
    <Hint label={words}>
      <span className={styles.change} data-change={look}>
        <Icon size={13} stroke={2.5} aria-hidden />
      </span>
    </Hint>
  );
}

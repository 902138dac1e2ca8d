// How many plans are in a stage: late, there, ended.
import { IconClockExclamation, IconFlag2 } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import styles from '../canvas.module.css';
import type { StageCount } from './overlay.ts';

export function CountBadges({ count: { active, overdue, ended } }: { count: StageCount }) {
  return (
    <span className={styles.counts}>
      {overdue > 0 && (
        <span className={styles.count} data-of="overdue">
          <IconClockExclamation size={12} aria-hidden />
          {overdue}
          <span className={styles.spoken}> {t('late,')} </span>
        </span>
      )}
      {active > 0 && (
        <span className={styles.count}>
          {active}
          <span className={styles.spoken}>
            {' '}
            {t('{count, plural, one {plan} other {plans}} here', { count: active })}
          </span>
        </span>
      )}
      {ended > 0 && (
        <span className={styles.count} data-of="ended">
          <IconFlag2 size={12} aria-hidden />
          {ended}
          <span className={styles.spoken}> {t('ended here')}</span>
        </span>
      )}
    </span>
  );
}

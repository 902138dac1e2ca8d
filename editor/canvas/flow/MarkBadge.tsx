// What a rehearsal has to say of a stage: a token, how warm it is, whether a scenario went through it.
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import styles from '../canvas.module.css';
import type { StageMark } from './marks.ts';

export function MarkBadge({ mark }: { mark: StageMark }) {
  switch (mark.kind) {
    case 'token':
      return (
        <span className={styles.token} role="img" aria-label={mark.text}>
          <span />
        </span>
      );
    case 'heat':
      return <span className={styles.warm}>{mark.text}</span>;
    default:
      return (
        <span
          className={styles.cover}
          data-kind={mark.kind}
          role="img"
          aria-label={mark.text}
          title={mark.text}
        >
          {mark.kind === 'covered' ? <IconCheck size={13} stroke={2.5} /> : <IconCircleDashed size={13} />}
        </span>
      );
  }
}

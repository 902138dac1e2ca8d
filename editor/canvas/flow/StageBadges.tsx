// Small chips at the corners of a stage: its problems, how many plans are in it, the steps of a plan.
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { changeStyle } from '../../theme/change-style.ts';
import styles from '../canvas.module.css';
import type { StageMark } from './marks.ts';
import type { ChangeLook } from './overlay.ts';
import type { StageData } from './to-nodes.ts';

export function StageBadges({ data }: { data: StageData }) {
  const { trouble, count, steps, active, look, mark } = data;
  return (
    <>
      {look && <ChangeBadge look={look} />}
      {trouble && (
        <Tooltip label={trouble.text} multiline maw={320} style={{ whiteSpace: 'pre-line' }}>
          <span
            className={styles.trouble}
            data-severity={trouble.severity}
            role="img"
            aria-label={trouble.text}
          >
            <IconAlertTriangle size={13} />
          </span>
        </Tooltip>
      )}
      {steps && (
        <span className={styles.steps} data-active={active || undefined}>
          <span className={styles.spoken}>step </span>
          {steps}
        </span>
      )}
      {mark && <Mark mark={mark} />}
      {count !== null && (
        <span className={styles.count}>
          {count}
          <span className={styles.spoken}>{count === 1 ? ' plan here' : ' plans here'}</span>
        </span>
      )}
    </>
  );
}

function ChangeBadge({ look }: { look: ChangeLook }) {
  const { icon: Icon, words } = changeStyle[look];
  return (
    <Tooltip label={words}>
      <span className={styles.change} data-change={look}>
        <Icon size={13} stroke={2.5} aria-hidden />
      </span>
    </Tooltip>
  );
}

function Mark({ mark }: { mark: StageMark }) {
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

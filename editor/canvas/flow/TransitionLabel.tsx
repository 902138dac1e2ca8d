// The label of a transition: a chip on its path that can be pressed.
import { IconClock } from '@tabler/icons-react';
import { memo } from 'react';
import { changeStyle } from '../../theme/change-style.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import type { DrawnTransition } from './to-drawn.ts';

interface Props {
  drawn: DrawnTransition;
  selected: boolean;
}

function TransitionLabelView({ drawn, selected }: Props) {
  const acts = useCanvasActs();
  const { at, label, text, title, spoken, look, lit } = drawn;
  const Change = look && changeStyle[look];
  return (
    <button
      type="button"
      className={`${styles.label} ${selected || lit ? styles.labelChosen : ''} nopan nodrag`}
      style={{
        transform: `translate(${label.x}px, ${label.y}px)`,
        width: label.width,
        height: label.height,
      }}
      title={title}
      data-change={look ?? undefined}
      aria-pressed={selected}
      data-chosen={selected || undefined}
      onClick={() => acts.select(() => ({ kind: 'transition', at }))}
    >
      <span className={styles.spoken}>
        {spoken}
        {Change && `, ${Change.words}`}:{' '}
      </span>
      <span
        className={styles.labelRow}
        style={text.outcome ? { color: outcomeStyle[text.outcome].color } : {}}
      >
        {Change && <Change.icon size={13} stroke={2.5} aria-hidden />}
        {text.outcome && <OutcomeShape outcome={text.outcome} size={10} />}
        {text.isTimer && <IconClock size={13} stroke={1.75} aria-hidden />}
        <span className={styles.labelText}>{text.trigger}</span>
      </span>
      {text.guard !== null && <span className={styles.guard}>[{text.guard}]</span>}
    </button>
  );
}

export const TransitionLabel = memo(TransitionLabelView);

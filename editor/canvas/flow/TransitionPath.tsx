// The path of a transition with its arrow, and the outcome's shape where it leaves its stage.
import { memo } from 'react';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import { pathData } from '../route/path-data.ts';
import { outcomeMark } from './outcome-mark.ts';
import type { DrawnTransition } from './to-drawn.ts';

interface Props {
  drawn: DrawnTransition;
  selected: boolean;
}

function TransitionPathView({ drawn, selected }: Props) {
  const acts = useCanvasActs();
  const path = pathData(drawn.points);
  const look = [
    styles.path,
    drawn.acts ? styles.acts : '',
    drawn.walked ? styles.walked : '',
    drawn.lit ? styles.lit : '',
    selected ? styles.chosen : '',
  ].join(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the label is its button; the path is only a larger place to press.
    <g className="nopan" onClick={() => acts.select(() => ({ kind: 'transition', at: drawn.at }))}>
      <path d={path} className={styles.reach} />
      <path
        d={path}
        className={look}
        markerEnd={`url(#cw-arrow${markerOf(drawn, selected)})`}
        data-change={drawn.look ?? undefined}
        data-mark={drawn.mark ?? undefined}
      />
      <OutcomeMark drawn={drawn} />
    </g>
  );
}

function markerOf({ walked, look, mark }: DrawnTransition, selected: boolean): string {
  if (selected || walked || mark === 'taken') return '-accent';
  return look === null || look === 'moved' ? '' : `-${look}`;
}

function OutcomeMark({ drawn: { text, points } }: { drawn: DrawnTransition }) {
  const mark = outcomeMark(text.outcome, points);
  if (!mark) return null;
  return (
    <g transform={`translate(${mark.at.x - 6} ${mark.at.y - 6})`} className={styles.mark}>
      <circle cx="6" cy="6" r="7.5" className={styles.markGround} />
      <OutcomeShape outcome={mark.outcome} />
    </g>
  );
}

export const TransitionPath = memo(TransitionPathView);

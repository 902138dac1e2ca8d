// A transition: its path with an arrow, and its label as a chip on the path that can be pressed.

import { IconClock } from '@tabler/icons-react';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import { pathData } from '../route/path-data.ts';
import { outcomeMark } from './outcome-mark.ts';
import type { TransitionData, TransitionEdgeType } from './to-edges.ts';

function TransitionEdgeView({ data, selected = false }: EdgeProps<TransitionEdgeType>) {
  if (!data) return null;
  const path = pathData(data.points);
  const look = [
    styles.path,
    data.acts ? styles.acts : '',
    data.walked ? styles.walked : '',
    selected ? styles.chosen : '',
  ].join(' ');
  const marker = selected || data.walked ? 'url(#cw-arrow-accent)' : 'url(#cw-arrow)';
  return (
    <>
      <path d={path} className={styles.reach} />
      <path d={path} className={look} markerEnd={marker} />
      <OutcomeMark data={data} />
      <EdgeLabelRenderer>
        <TransitionLabel data={data} selected={selected} />
      </EdgeLabelRenderer>
    </>
  );
}

/** The outcome's shape where the path leaves its stage. */
function OutcomeMark({ data }: { data: TransitionData }) {
  const mark = outcomeMark(data.text.outcome, data.points);
  if (!mark) return null;
  return (
    <g transform={`translate(${mark.at.x - 6} ${mark.at.y - 6})`} className={styles.mark}>
      <circle cx="6" cy="6" r="7.5" className={styles.markGround} />
      <OutcomeShape outcome={mark.outcome} />
    </g>
  );
}

function TransitionLabel({ data, selected }: { data: TransitionData; selected: boolean }) {
  const acts = useCanvasActs();
  const { label, text, title, spoken } = data;
  return (
    <button
      type="button"
      className={`${styles.label} ${selected ? styles.labelChosen : ''} nopan nodrag`}
      style={{
        transform: `translate(${label.x}px, ${label.y}px)`,
        width: label.width,
        height: label.height,
      }}
      title={title}
      aria-pressed={selected}
      onClick={() => acts.select(() => ({ kind: 'transition', at: data.at }))}
    >
      <span className={styles.spoken}>{spoken}: </span>
      <span
        className={styles.labelRow}
        style={text.outcome ? { color: outcomeStyle[text.outcome].color } : {}}
      >
        {text.outcome && <OutcomeShape outcome={text.outcome} size={10} />}
        {text.isTimer && <IconClock size={13} stroke={1.75} aria-hidden />}
        <span className={styles.labelText}>{text.trigger}</span>
      </span>
      {text.guard !== null && <span className={styles.guard}>[{text.guard}]</span>}
    </button>
  );
}

export const TransitionEdge = memo(TransitionEdgeView);

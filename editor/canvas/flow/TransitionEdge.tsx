// A transition: its path with an arrow, and its label as a chip on the path that can be pressed.

import { IconClock } from '@tabler/icons-react';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { changeStyle } from '../../theme/change-style.ts';
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
    data.lit ? styles.lit : '',
    selected ? styles.chosen : '',
  ].join(' ');
  const marker = `url(#cw-arrow${markerOf(data, selected)})`;
  return (
    <>
      <path d={path} className={styles.reach} />
      <path
        d={path}
        className={look}
        markerEnd={marker}
        data-change={data.look ?? undefined}
        data-mark={data.mark ?? undefined}
      />
      <OutcomeMark data={data} />
      <EdgeLabelRenderer>
        <TransitionLabel data={data} selected={selected} />
      </EdgeLabelRenderer>
    </>
  );
}

function markerOf({ walked, look, mark }: TransitionData, selected: boolean): string {
  if (selected || walked || mark === 'taken') return '-accent';
  return look === null || look === 'moved' ? '' : `-${look}`;
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
  const { label, text, title, spoken, look } = data;
  const Change = look && changeStyle[look];
  return (
    <button
      type="button"
      className={`${styles.label} ${selected || data.lit ? styles.labelChosen : ''} nopan nodrag`}
      style={{
        transform: `translate(${label.x}px, ${label.y}px)`,
        width: label.width,
        height: label.height,
      }}
      title={title}
      data-change={data.look ?? undefined}
      aria-pressed={selected}
      onClick={() => acts.select(() => ({ kind: 'transition', at: data.at }))}
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

export const TransitionEdge = memo(TransitionEdgeView);

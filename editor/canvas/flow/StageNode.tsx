// A stage on the canvas, by its type. Draws only; what it may do goes through the canvas' acts.
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import styles from '../canvas.module.css';
import { ContainerStage } from './ContainerStage.tsx';
import { AnyStage, EndStage, HistoryStage } from './EndStage.tsx';
import { FarStage } from './FarStage.tsx';
import { PlainStage } from './PlainStage.tsx';
import { StageBadges } from './StageBadges.tsx';
import { useDetail } from './sight.ts';
import type { StageData, StageNodeType } from './to-nodes.ts';

function bodyOf(data: StageData) {
  const { type, collapsed } = data.view;
  if (type === 'final') return <EndStage data={data} />;
  if (type === 'history') return <HistoryStage data={data} />;
  if (type === 'any') return <AnyStage />;
  if ((type === 'compound' || type === 'parallel') && !collapsed) return <ContainerStage data={data} />;
  return <PlainStage data={data} />;
}

function StageNodeView({ data, selected, dragging, ...node }: NodeProps<StageNodeType>) {
  const { width, height } = data.view.box;
  const detail = useDetail({ x: node.positionAbsoluteX, y: node.positionAbsoluteY, width, height });
  const isHeld = selected || dragging || data.renaming;
  if (detail === 'none' && !isHeld) return null;
  const { view, active, look: change, mark } = data;
  const share = mark?.kind === 'heat' ? mark.share : 0;
  const warmth = { '--warmth': `${Math.round(share * 100)}%` } as CSSProperties;
  const look = [styles.stage, selected ? styles.selected : '', active ? styles.active : ''].join(' ');
  return (
    <div
      className={look}
      data-type={view.type}
      data-change={change ?? undefined}
      data-mark={mark?.kind}
      style={warmth}
    >
      {view.initial && <InitialMarker />}
      {detail === 'afar' && !isHeld ? <FarStage data={data} /> : <NearStage data={data} />}
    </div>
  );
}

function NearStage({ data }: { data: StageData }) {
  const { view, readOnly } = data;
  const connectable = !readOnly && view.type !== 'final' && view.type !== 'any' && view.type !== 'history';
  return (
    <>
      {bodyOf(data)}
      <StageBadges data={data} />
      <Handle
        id="in"
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={styles.hiddenHandle}
      />
      <Handle
        id="out"
        type="source"
        position={Position.Right}
        isConnectable={connectable}
        className={connectable ? styles.handle : styles.hiddenHandle}
        aria-hidden
      />
    </>
  );
}

/** A filled dot with an arrow: where the container starts. */
function InitialMarker() {
  return (
    <svg className={styles.initial} width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
      <circle cx="4.5" cy="8" r="4" fill="currentColor" />
      <path d="M9 8H21M17 4.5l4 3.5-4 3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

export const StageNode = memo(StageNodeView);

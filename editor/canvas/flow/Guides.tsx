// The lines that show what the dragged stages are in line with.
import { ViewportPortal } from '@xyflow/react';
import styles from '../canvas.module.css';
import type { Line } from '../view/flow-view.ts';

export function Guides({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles.guides} aria-hidden="true" data-guides={lines.length}>
        {lines.map(({ from, to }) => (
          <line
            key={`${from.x},${from.y} ${to.x},${to.y}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

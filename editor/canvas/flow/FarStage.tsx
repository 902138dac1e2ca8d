// A stage from so far away that words cannot be read: its shape, the colour of its kind, and whether something is
// wrong with it.
import { stageKindStyle } from '../../theme/theme.ts';
import styles from '../canvas.module.css';
import type { StageData } from './to-nodes.ts';

export function FarStage({ data: { view, trouble } }: { data: StageData }) {
  const { color } = stageKindStyle[view.kind ?? 'other'];
  return (
    <>
      <div className={shapeOf(view)} style={{ color }}>
        {shapeOf(view) === styles.card && <span className={styles.bar} style={{ background: color }} />}
      </div>
      {trouble && <span className={styles.trouble} data-severity={trouble.severity} />}
    </>
  );
}

function shapeOf({ type, collapsed, region }: StageData['view']): string | undefined {
  switch (type) {
    case 'final':
      return styles.end;
    case 'history':
    case 'any':
      return styles[type];
    case 'compound':
    case 'parallel':
      return collapsed ? styles.card : `${styles.container} ${region ? styles.region : ''}`;
    case 'atomic':
      return styles.card;
    default:
      return type satisfies never;
  }
}

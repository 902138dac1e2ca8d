// A stage from so far away that words cannot be read: its shape, the colour of its kind, and whether something is
// wrong with it.
import { stageKindStyle } from '../../theme/theme.ts';
import styles from '../canvas.module.css';
import type { StageData } from './to-nodes.ts';

export function FarStage({ data: { view, trouble } }: { data: StageData }) {
  const { color } = stageKindStyle[view.kind ?? 'other'];
  return (
    <>
      <div className={shapeOf(view)} style={{ color }} />
      {trouble && <span className={styles.trouble} data-severity={trouble.severity} />}
    </>
  );
}

function shapeOf({ type, collapsed, region }: StageData['view']): string {
  switch (type) {
    case 'final':
    case 'history':
    case 'any':
      return `${styles.far} ${styles.farRound}`;
    case 'compound':
    case 'parallel':
      return collapsed ? `${styles.far}` : `${styles.container} ${region ? styles.region : ''}`;
    case 'atomic':
      return `${styles.far}`;
    default:
      return type satisfies never;
  }
}

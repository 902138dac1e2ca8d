// A stage with stages inside: a header with its name, and dashed lines between parallel regions.
import { IconArrowsSplit2, IconChevronUp } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../../theme/theme.ts';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import type { Line } from '../view/flow-view.ts';
import { StageName } from './StageName.tsx';
import type { StageData } from './to-nodes.ts';

export function ContainerStage({ data }: { data: StageData }) {
  const { view, readOnly } = data;
  const acts = useCanvasActs();
  const { color } = stageKindStyle[view.kind ?? 'other'];
  return (
    <div className={`${styles.container} ${view.region ? styles.region : ''}`} style={{ color }}>
      <div className={styles.header}>
        {view.type === 'parallel' ? (
          <IconArrowsSplit2 size={16} stroke={1.75} color={color} aria-hidden />
        ) : (
          <StageKindIcon kind={view.kind} size={16} />
        )}
        <StageName data={data} />
        {view.facts && <span className={styles.facts}>{view.facts}</span>}
        {!readOnly && (
          <button
            type="button"
            className={`${styles.fold} nodrag`}
            aria-label={t('Fold up {name}', { name: view.name })}
            onClick={() => acts.run({ type: 'collapse-stage', stage: view.id, collapsed: true })}
          >
            <IconChevronUp size={14} aria-hidden />
          </button>
        )}
      </div>
      <Dividers lines={view.dividers} />
    </div>
  );
}

function Dividers({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <svg className={styles.dividers} aria-hidden="true">
      {lines.map(({ from, to }) => (
        <line key={`${from.x},${from.y}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
    </svg>
  );
}

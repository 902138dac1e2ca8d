// An atomic stage, or a container that is folded up: bar and icon of its kind, name, facts.
import { IconFolder } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../../theme/theme.ts';
import styles from '../canvas.module.css';
import { StageName } from './StageName.tsx';
import type { StageData } from './to-nodes.ts';

export function PlainStage({ data }: { data: StageData }) {
  const { view, waits } = data;
  const { color } = stageKindStyle[view.kind ?? 'other'];
  return (
    <div className={styles.card}>
      <span className={styles.bar} style={{ background: color }} />
      {view.collapsed ? (
        <IconFolder size={18} stroke={1.75} color={color} aria-hidden />
      ) : (
        <StageKindIcon kind={view.kind} />
      )}
      <span className={styles.cardText}>
        <StageName data={data} />
        <span className={styles.facts}>{waits ?? (view.collapsed ? t('folded up') : view.facts)}</span>
      </span>
    </div>
  );
}

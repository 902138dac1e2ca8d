// Stages that do not wait: an end with its outcome, a history, and the one that stands for every stage.
import { IconAsterisk, IconFlag2, IconHistory } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import styles from '../canvas.module.css';
import { shapeFor } from './outcome-shape.ts';
import { StageName } from './StageName.tsx';
import type { StageData } from './to-nodes.ts';

export function EndStage({ data }: { data: StageData }) {
  const { outcome } = data.view;
  const shape = shapeFor(outcome);
  return (
    <div className={styles.end}>
      {shape ? <OutcomeShape outcome={shape} size={14} /> : <IconFlag2 size={16} stroke={1.75} aria-hidden />}
      <span className={styles.cardText}>
        <StageName data={data} />
        {outcome !== null && <span className={styles.facts}>{t('ends: {outcome}', { outcome })}</span>}
      </span>
    </div>
  );
}

export function HistoryStage({ data }: { data: StageData }) {
  const about = data.view.deep
    ? t('Goes back to the innermost stage it was in')
    : t('Goes back to the stage it was in');
  return (
    <div className={styles.history} title={`${data.view.name}: ${about}`}>
      <IconHistory size={18} stroke={1.75} aria-hidden />
      {data.view.deep && <span className={styles.deep}>*</span>}
    </div>
  );
}

export function AnyStage() {
  return (
    <div className={styles.any}>
      <IconAsterisk size={14} aria-hidden /> {t('Any stage')}
    </div>
  );
}

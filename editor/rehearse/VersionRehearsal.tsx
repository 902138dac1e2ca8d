// A published version rehearsed: as it is, for reading, with the panel beside its canvas.
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { PublishedCycle } from '../app/api/wire.ts';
import { useHotkeys } from '../app/parts/use-hotkeys.ts';
import { CycleCanvas } from '../canvas/CycleCanvas.tsx';
import { SidePanel } from '../canvas/chrome/SidePanel.tsx';
import type { RehearseAt } from '../canvas/chrome/use-rehearsing.ts';
import { t } from '../language/index.ts';
import { RehearsePanel } from './RehearsePanel.tsx';
import styles from './rehearse.module.css';
import type { Picture } from './step/picture.ts';

interface Props {
  published: PublishedCycle;
  at: RehearseAt;
}

const noPicture: Picture = {};

export function VersionRehearsal({ published: { cycle, cycleId, version }, at }: Props) {
  const [picture, setPicture] = useState(noPicture);
  const [said, setSaid] = useState('');
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  const close = () => at.show(null);
  useHotkeys([['t', close]]);
  return (
    <div className={styles.version}>
      <div className={styles.versionCanvas}>
        <CycleCanvas cycle={cycle} overlay={picture.overlay} marks={picture.marks} />
      </div>
      <SidePanel isSmall={isSmall} label={t('Rehearsal')} inline>
        <RehearsePanel
          cycle={cycle}
          document={`${cycleId} ${version}`}
          version={version}
          tab={at.tab ?? 'step'}
          onTab={at.show}
          onClose={close}
          onPicture={setPicture}
          run={null}
          say={setSaid}
        />
      </SidePanel>
      <output className={styles.spoken} aria-live="polite">
        {said}
      </output>
    </div>
  );
}

// Under a FEEL field while it is written: the type of the expression and its value for the sample plan.
import { Text } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { checkFeel, describeType } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import { useEditing } from '../panels/editing.ts';
import type { Known } from '../panels/feel-completions.ts';
import { QuietAct } from '../theme/QuietAct.tsx';
import { SamplePicker } from './SamplePicker.tsx';
import styles from './sample.module.css';
import { valueFor } from './sample.ts';
import { useSampling } from './sample-context.ts';
import { useSamplePlay } from './use-sample-play.ts';

interface Props {
  text: string;
  known: Known;
}

export function LiveValue({ text, known }: Props) {
  const { cycle } = useEditing();
  const { sample } = useSampling();
  const [isPicking, setPicking] = useState(false);
  const settled = useDeferredValue(cycle);
  const asked = useDeferredValue(text);
  const { begun, component, mayOwn } = useSamplePlay(settled);
  const checked = useMemo(() => checkFeel(asked, { types: known.types }), [asked, known]);
  const value = useMemo(
    () =>
      begun?.kind === 'ready' && checked.findings.length === 0 ? valueFor(begun.play, asked, sample) : null,
    [begun, checked, asked, sample],
  );
  const name = component?.name ?? t('A sample team');
  return (
    <div className={styles.live}>
      <Text size="xs" c="var(--cw-muted)">
        {checked.findings.length === 0
          ? t('Gives {type}', { type: describeType(checked.type) })
          : t('Not an expression yet')}
      </Text>
      <output aria-live="polite" aria-label={t('Value for the sample plan')} className={styles.value}>
        {value &&
          tx('For {name} today: {value}', {
            name,
            value: <code data-unsure={!value.isSure || undefined}>{value.words}</code>,
          })}
        {begun?.kind === 'stuck' && begun.why}
      </output>
      <QuietAct ml="auto" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
        {isPicking ? t('Done') : t('Try another plan')}
      </QuietAct>
      {isPicking && <SamplePicker mayOwn={mayOwn} />}
    </div>
  );
}

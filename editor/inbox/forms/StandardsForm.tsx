// What meets expectations: the standard of each measure, drawn as it is typed.
import { Text } from '@mantine/core';
import type { Measure, Standards } from '../../../engine/index.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { latestOf } from '../../goals/GoalCard.tsx';
import { MeasureAdvice } from '../../goals/measure/MeasureAdvice.tsx';
import { StandardsFields } from '../../goals/StandardsFields.tsx';
import { CurveEditor } from '../../goals/standards/CurveEditor.tsx';
import { earlierOf } from '../../goals/standards/earlier-of.ts';
import { WhatIf } from '../../goals/standards/WhatIf.tsx';
import { standardWords } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { BothChanged, chooseFirst } from './BothChanged.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import {
  isChanged,
  type StandardsDraft,
  standardNow,
  standardsResult,
  withStandard,
} from './measures-draft.ts';
import { chosen } from './rebase.ts';

interface DrawnProps {
  measure: Measure;
  material: Material;
  onChange: (standards: Standards) => void;
}

/** The curve with what was reached before behind it, what the rules say, and, for who may ask, what would move. */
function Drawn({ measure, material: { plan, goals, observations }, onChange }: DrawnProps) {
  const may = useMay();
  const { standards } = measure;
  return (
    <>
      {standards && standards.kind !== 'levels' && (
        <CurveEditor
          measure={measure}
          standards={standards}
          earlier={plan ? earlierOf(measure, observations, plan.period) : []}
          onChange={onChange}
        />
      )}
      <MeasureAdvice measure={measure} goals={goals} observations={observations} />
      {may('goals.change') && <WhatIf measure={measure} />}
    </>
  );
}

type Standing = ReturnType<typeof standardNow>;

interface EntryProps extends Standing {
  measure: Measure;
  material: Material;
  error: string | undefined;
  onChange: (next: Pick<Standing, 'fields' | 'base'>) => void;
}

function Entry({ measure, material, error, onChange, ...standing }: EntryProps) {
  const { fields, base, clashes } = standing;
  const set = (standards: Standards | null) => onChange({ fields: { standards }, base });
  const drawn = { ...measure, ...fields };
  return (
    <section className={classes.entry} aria-label={measure.title}>
      <BothChanged
        about={measure.title}
        clashes={clashes}
        says={(_, value) => standardWords({ ...measure, standards: value })}
        onChoose={(clash, side) => onChange(chosen({ fields, base }, clash, side))}
      />
      <Text size="sm" fw={600} mb="xs">
        {measure.title}
      </Text>
      <StandardsFields
        measure={measure}
        standards={fields.standards}
        value={latestOf(material.observations, measure.id)?.value}
        onChange={set}
      />
      <Drawn measure={drawn} material={material} onChange={set} />
      {error && (
        <Text size="sm" c="var(--cw-danger)">
          {error}
        </Text>
      )}
    </section>
  );
}

export function StandardsForm(props: FormProps) {
  const { measures, task } = props.material;
  const { draft, change, ...kept } = useDraft<StandardsDraft>(task.id, () => ({ standards: {}, base: {} }));
  const rebased = measures.map((measure) => ({ measure, ...standardNow(draft, measure) }));
  const sent = rebased.filter(isChanged).map(({ measure }) => measure.id);
  const errors = fieldErrors(props.error, 'result');
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Standards')}
      verb={t('Set standards')}
      done={t('Standards set')}
      then={t('A measure without a standard is shown and never scored.')}
      toResult={() =>
        rebased.some(({ clashes }) => clashes.length > 0) ? chooseFirst() : standardsResult(draft, measures)
      }
    >
      {measures.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('{component} has no measures of its own; its parts have theirs. You can go on.', {
            component: task.componentName,
          })}
        </Text>
      )}
      {rebased.map((entry) => (
        <Entry
          key={entry.measure.id}
          {...entry}
          material={props.material}
          error={errors[`standards.${sent.indexOf(entry.measure.id)}.standards`]}
          onChange={(next) => change(withStandard(draft, entry.measure.id, next))}
        />
      ))}
    </FormFrame>
  );
}

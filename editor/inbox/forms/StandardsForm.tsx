// What meets expectations: the standard of each measure, drawn as it is typed.
import { Text } from '@mantine/core';
import type { Json, Measure, Standards } from '../../../engine/index.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { latestOf } from '../../goals/GoalCard.tsx';
import { MeasureAdvice } from '../../goals/measure/MeasureAdvice.tsx';
import { StandardsFields } from '../../goals/StandardsFields.tsx';
import { CurveEditor } from '../../goals/standards/CurveEditor.tsx';
import { earlierOf } from '../../goals/standards/curve-view.ts';
import { WhatIf } from '../../goals/standards/WhatIf.tsx';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';

interface Draft {
  standards: Record<string, Standards | null>;
}

/** Plain data without the keys that are not set. */
const toJson = (value: Standards | null): Json => JSON.parse(JSON.stringify(value));

interface DrawnProps {
  measure: Measure;
  material: Material;
  onChange: (standards: Standards) => void;
}

/** The curve with what was reached before behind it, what the rules say, and, for who may ask, what would move. */
function Drawn({ measure, material: { goals, observations }, onChange }: DrawnProps) {
  const may = useMay();
  const { standards } = measure;
  return (
    <>
      {standards && standards.kind !== 'levels' && (
        <CurveEditor
          measure={measure}
          standards={standards}
          earlier={earlierOf(measure, observations)}
          onChange={onChange}
        />
      )}
      <MeasureAdvice measure={measure} goals={goals} observations={observations} />
      {may('goals.change') && <WhatIf measureId={measure.id} standards={standards} />}
    </>
  );
}

export function StandardsForm(props: FormProps) {
  const { measures, observations, task } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    standards: Object.fromEntries(measures.map(({ id, standards }) => [id, standards])),
  }));
  const errors = fieldErrors(props.error, 'result');
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Standards')}
      verb={t('Set standards')}
      done={t('Standards set')}
      then={t('A measure without a standard is shown and never scored.')}
      toResult={() => ({
        standards: measures.map(({ id }) => ({
          measureId: id,
          standards: toJson(draft.standards[id] ?? null),
        })),
      })}
    >
      {measures.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('{component} has no measures of its own; its parts have theirs. You can go on.', {
            component: task.componentName,
          })}
        </Text>
      )}
      {measures.map((measure, index) => (
        <section key={measure.id} className={classes.entry} aria-label={measure.title}>
          <Text size="sm" fw={600} mb="xs">
            {measure.title}
          </Text>
          <StandardsFields
            measure={measure}
            standards={draft.standards[measure.id] ?? null}
            value={latestOf(observations, measure.id)?.value}
            onChange={(standards) => change({ standards: { ...draft.standards, [measure.id]: standards } })}
          />
          <Drawn
            measure={{ ...measure, standards: draft.standards[measure.id] ?? null }}
            material={props.material}
            onChange={(standards) => change({ standards: { ...draft.standards, [measure.id]: standards } })}
          />
          {errors[`standards.${index}.standards`] && (
            <Text size="sm" c="var(--cw-danger)">
              {errors[`standards.${index}.standards`]}
            </Text>
          )}
        </section>
      ))}
    </FormFrame>
  );
}

// Sets the standard of a measure; a change makes a new version of the measure.
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Goal, Measure, Observation } from '../../engine/index.ts';
import { patch } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { MeasureAdvice } from './measure/MeasureAdvice.tsx';
import { usePeriodOf } from './measure/use-period-of.ts';
import { isReasonAsked, ReasonField, withReason } from './ReasonField.tsx';
import { StandardsFields } from './StandardsFields.tsx';
import { CurveEditor } from './standards/CurveEditor.tsx';
import { earlierOf } from './standards/earlier-of.ts';
import { PerfectionField } from './standards/PerfectionField.tsx';
import { WhatIf } from './standards/WhatIf.tsx';
import { useSaving } from './use-saving.ts';

interface Props {
  measure: Measure;
  value: unknown;
  /** Those of the component, for what was reached before. */
  observations: Observation[];
  /** Those that measures are of. */
  goals: readonly Goal[];
  onClose: () => void;
}

export function StandardsDialog({ measure, value, observations, goals, onClose }: Props) {
  const [standards, setStandards] = useState(measure.standards);
  const [absolute, setAbsolute] = useState(measure.absolute);
  const [reason, setReason] = useState('');
  const period = usePeriodOf(goals[0]?.componentId);
  const written = { ...measure, standards, absolute };
  const save = useSaving(
    (next: Measure['standards']) =>
      patch(`/measures/${encodeURIComponent(measure.id)}`, withReason({ standards: next, absolute, reason })),
    t('The standard is set.'),
    onClose,
  );
  return (
    <Dialog opened onClose={onClose} title={measure.title} size="lg">
      <Stack>
        <Text size="sm" c="var(--cw-muted)">
          {t(
            'The line shows worse on the left and better on the right, with the latest value on it. Earlier appraisals keep the standard that they were made with.',
          )}
        </Text>
        {save.isError && <Failure error={save.error} />}
        <StandardsFields measure={measure} standards={standards} value={value} onChange={setStandards} />
        {standards && standards.kind !== 'levels' && (
          <CurveEditor
            measure={measure}
            standards={standards}
            earlier={period ? earlierOf(measure, observations, period) : []}
            onChange={setStandards}
          />
        )}
        <PerfectionField measure={written} onChange={setAbsolute} />
        <MeasureAdvice measure={written} goals={goals} observations={observations} />
        <WhatIf measure={written} />
        <ReasonField
          isAsked={isReasonAsked(save.error)}
          rest={{ value: reason, onChange: (event) => setReason(event.currentTarget.value) }}
        />
        <Button loading={save.isPending} onClick={() => save.mutate(standards)}>
          {t('Set standard')}
        </Button>
      </Stack>
    </Dialog>
  );
}

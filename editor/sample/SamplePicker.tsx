// What the sample plan is: which component, whose evidence, what its last appraisal came to, what a task gave.
import { JsonInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { jsonObjectSchema, type Outcome, outcomes } from '../../engine/index.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { t } from '../language/index.ts';
import { NumberField } from '../theme/NumberField.tsx';
import { outcomeStyle } from '../theme/theme.ts';
import { useSampling } from './sample-context.ts';

const isOutcome = (text: string | null): text is Outcome => outcomes.some((outcome) => outcome === text);
const outcomeOptions = outcomes.map((outcome) => ({ value: outcome, label: outcomeStyle[outcome].words }));

export function SamplePicker({ mayOwn }: { mayOwn: boolean }) {
  const { sample, choose } = useSampling();
  return (
    <Stack gap="xs" w="100%" role="group" aria-label={t('The sample plan')}>
      <ComponentSelect
        size="xs"
        label={t('Component')}
        placeholder={t('A sample team')}
        clearable
        value={sample.componentId}
        onChange={(componentId) => choose({ componentId })}
      />
      {mayOwn && sample.componentId !== null && (
        <Select
          size="xs"
          label={t('Goals and observations')}
          data={[
            { value: 'made', label: t('Made up: three goals that meet') },
            { value: 'own', label: t('Its own') },
          ]}
          value={sample.evidence}
          allowDeselect={false}
          onChange={(picked) => choose({ evidence: picked === 'own' ? 'own' : 'made' })}
        />
      )}
      <Select
        size="xs"
        label={t('Its last appraisal')}
        data={outcomeOptions}
        value={sample.outcome}
        clearable
        placeholder={t('None yet')}
        onChange={(picked) => choose({ outcome: isOutcome(picked) ? picked : null })}
      />
      <NumberField
        size="xs"
        label={t('Round')}
        min={1}
        value={sample.round}
        onChange={(round) => typeof round === 'number' && choose({ round })}
      />
      <ResultInput />
    </Stack>
  );
}

function ResultInput() {
  const { sample, choose } = useSampling();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    const result = readResult(text);
    setTyped(text);
    if (result) choose({ result });
  };
  return (
    <JsonInput
      size="xs"
      label={t('What a task gave (result)')}
      autosize
      minRows={1}
      maxRows={6}
      value={typed ?? JSON.stringify(sample.result)}
      error={
        typed !== null && readResult(typed) === null ? t('Not yet a JSON object; the last one counts.') : null
      }
      onChange={type}
    />
  );
}

function readResult(text: string) {
  try {
    const parsed = jsonObjectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

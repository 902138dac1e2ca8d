// Where only perfection meets a standard, the reason for it: a law, or a danger.
import { TextInput } from '@mantine/core';
import { asksPerfection, type Measure } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

interface Props {
  measure: Measure;
  onChange: (absolute: string | null) => void;
}

export function PerfectionField({ measure, onChange }: Props) {
  const reason = measure.absolute ?? '';
  if (reason === '' && !asksPerfection(measure)) return null;
  return (
    <TextInput
      label={t('Why nothing less is good enough')}
      description={t('The law or the danger that allows no mistake')}
      maxLength={500}
      value={reason}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    />
  );
}

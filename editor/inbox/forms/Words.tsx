// A field for sentences.
import { Textarea } from '@mantine/core';
import { t } from '../../language/index.ts';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  optional?: boolean;
  minRows?: number;
}

export function Words({ label, description, value, onChange, error, optional = false, minRows = 3 }: Props) {
  return (
    <Textarea
      label={optional ? t('{label} (optional)', { label }) : label}
      description={description}
      autosize
      minRows={minRows}
      maxRows={16}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

// A field for sentences.
import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { t } from '../../language/index.ts';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  optional?: boolean;
  minRows?: number;
  field?: Ref<HTMLTextAreaElement>;
}

export function Words(props: Props) {
  const { label, description, value, onChange, error, optional = false, minRows = 3, field } = props;
  return (
    <Textarea
      label={optional ? t('{label} (optional)', { label }) : label}
      description={description}
      ref={field}
      autosize
      minRows={minRows}
      maxRows={16}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

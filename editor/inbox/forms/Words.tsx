// A field for sentences. In a task's form advice on the words stands under it.
import { Textarea } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { t } from '../../language/index.ts';
import { type Advising, WordsAdvice } from '../wording/WordsAdvice.tsx';

interface Props {
  label: string;
  description?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  optional?: boolean;
  minRows?: number;
  field?: RefObject<HTMLTextAreaElement | null>;
  /** Somebody reads it about their work: how it could be said better is told as well. */
  advise?: Advising;
}

export function Words(props: Props) {
  const { label, description, value, onChange, error, optional = false, minRows = 3, advise } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  return (
    <div>
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
      <WordsAdvice text={value} field={field} advise={advise} />
    </div>
  );
}

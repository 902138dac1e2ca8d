// A text of the document in a field: applied as typed, with the problems of its place under it.
import { Textarea, TextInput } from '@mantine/core';
import type { Applied } from '../document/command.ts';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  label: string;
  /** JSON Pointer of the field in the document. */
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  hint?: string | undefined;
  placeholder?: string;
  lines?: number;
  mono?: boolean;
}

export function TextField({ label, place, value, apply, hint, placeholder, lines = 1, mono = false }: Props) {
  const { problems, readOnly } = useEditing();
  const { text, refusal, type, leave } = useDraft(place, value, apply);
  const field = {
    label,
    'data-pointer': place,
    value: text,
    description: hint,
    placeholder,
    readOnly,
    error: refusal ?? problemsAt(problems, place),
    onChange: (event: { currentTarget: { value: string }; timeStamp: number }) =>
      type(event.currentTarget.value, event.timeStamp),
    onBlur: leave,
    styles: mono ? { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } } : {},
    spellCheck: !mono,
  };
  if (lines > 1) return <Textarea size="sm" autosize minRows={lines} maxRows={12} {...field} />;
  return <TextInput size="sm" {...field} />;
}

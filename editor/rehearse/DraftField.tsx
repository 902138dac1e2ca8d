// A text of a scenario in a field: applied as it is typed; what the document refuses stays in the field with the reason.
import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { Applied } from '../document/command.ts';
import { useDraft } from '../panels/use-draft.ts';

interface Props {
  label: string;
  /** Names the field among those of the document. */
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  lines?: number;
  mono?: boolean;
  suggestions?: readonly string[];
  hint?: string;
  disabled?: boolean;
}

export function DraftField(props: Props) {
  const { label, place, value, apply, lines = 1, mono = false, suggestions, hint, disabled = false } = props;
  const { text, refusal, type, leave } = useDraft(place, value, apply);
  const field = {
    size: 'xs' as const,
    label,
    value: text,
    description: hint,
    disabled,
    error: refusal,
    onBlur: leave,
    styles: mono ? { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } } : {},
    spellCheck: !mono,
  };
  if (suggestions)
    return (
      <Autocomplete {...field} data={[...suggestions]} onChange={(next) => type(next, performance.now())} />
    );
  const onChange = (event: { currentTarget: { value: string }; timeStamp: number }) =>
    type(event.currentTarget.value, event.timeStamp);
  if (lines > 1) return <Textarea {...field} autosize minRows={lines} maxRows={24} onChange={onChange} />;
  return <TextInput {...field} onChange={onChange} />;
}

// One of a few values of the document, in a select; or free text with suggestions.
import { Autocomplete, Select } from '@mantine/core';
import type { Applied } from '../document/command.ts';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import { useDraft } from './use-draft.ts';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps {
  label: string;
  place: string;
  value: string | null;
  options: readonly Option[];
  onPick(value: string | null): void;
  clearable?: boolean;
  hint?: string | undefined;
  /** In a popover, which a press outside of it closes. */
  inPopover?: boolean;
}

export function ChoiceField(props: SelectProps) {
  const { label, place, value, options, onPick, clearable = false, hint, inPopover = false } = props;
  const { problems, readOnly } = useEditing();
  return (
    <Select
      size="sm"
      label={label}
      data-pointer={place}
      description={hint}
      data={[...options]}
      value={value}
      onChange={onPick}
      disabled={readOnly}
      clearable={clearable}
      allowDeselect={clearable}
      searchable={options.length > 8}
      comboboxProps={{ withinPortal: !inPopover }}
      error={problemsAt(problems, place)}
    />
  );
}

interface SuggestProps {
  label: string;
  place: string;
  value: string;
  suggestions: readonly string[];
  apply(text: string, burst: string): Applied | null;
  hint?: string | undefined;
}

export function SuggestField({ label, place, value, suggestions, apply, hint }: SuggestProps) {
  const { problems, readOnly } = useEditing();
  const { text, refusal, type, leave } = useDraft(place, value, apply);
  return (
    <Autocomplete
      size="sm"
      label={label}
      data-pointer={place}
      description={hint}
      data={[...suggestions]}
      value={text}
      readOnly={readOnly}
      error={refusal ?? problemsAt(problems, place)}
      onChange={(next) => type(next, performance.now())}
      onBlur={leave}
    />
  );
}

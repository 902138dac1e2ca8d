// A form from a JSON Schema: text, number, yes or no, choice and date; anything else is typed as JSON.
import { JsonInput, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { Json, JsonObject } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { type Field, fieldsOf } from './schema-fields.ts';

interface FieldProps {
  field: Field;
  value: Json | undefined;
  error?: string;
  onChange: (value: Json | undefined) => void;
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON yet: kept as the text that was typed, and refused by the schema when it is sent.
    return text === '' ? undefined : text;
  }
};

function FieldInput({ field, value, error, onChange }: FieldProps) {
  const common = {
    label: field.required ? field.label : `${field.label} (optional)`,
    description: field.about,
    error,
  };
  const text = typeof value === 'string' ? value : '';
  const onText = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value || undefined);
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={field.choices}
          value={text || null}
          onChange={(next) => onChange(next ?? undefined)}
          clearable={!field.required}
        />
      );
    case 'date':
      return (
        <DateField
          {...common}
          value={text}
          onChange={(day) => onChange(day || undefined)}
          clearable={!field.required}
        />
      );
    case 'long-text':
      return <Textarea {...common} autosize minRows={3} value={text} onChange={onText} />;
    case 'text':
      return <TextInput {...common} value={text} onChange={onText} />;
    case 'json':
      return (
        <JsonInput
          {...common}
          autosize
          minRows={3}
          formatOnBlur
          defaultValue={value === undefined ? '' : JSON.stringify(value, null, 2)}
          onChange={(next) => onChange(parsed(next))}
        />
      );
  }
}

export function SchemaForm(props: FormProps) {
  const { task } = props.material;
  const fields = fieldsOf(task.form);
  const { draft, change, ...kept } = useDraft<{ values: JsonObject }>(task.id, () => ({
    values: Object.fromEntries(fields.flatMap(({ key, kind }) => (kind === 'boolean' ? [[key, false]] : []))),
  }));
  const errors = fieldErrors(props.error, 'result');
  const set = (key: string, value: Json | undefined) => {
    const { [key]: _, ...others } = draft.values;
    change({ values: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <FormFrame
      {...props}
      {...kept}
      title="Your answer"
      verb="Complete task"
      done="Task done"
      toResult={() => {
        const missing = fields.find(({ key, required }) => required && draft.values[key] === undefined);
        return missing ? `“${missing.label}” is needed.` : draft.values;
      }}
    >
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          value={draft.values[field.key]}
          error={errors[field.key]}
          onChange={(value) => set(field.key, value)}
        />
      ))}
    </FormFrame>
  );
}

// The fields of a form from a JSON Schema: text, number, yes or no, choice and date; anything else is typed as JSON.
import { JsonInput, Select, Switch, TextInput } from '@mantine/core';
import type { Json, JsonObject } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { choiceWords, type Field } from './schema-fields.ts';
import { Words } from './Words.tsx';

interface FieldProps {
  field: Field;
  value: Json | undefined;
  error?: string | undefined;
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
    label: field.required ? field.label : t('{label} (optional)', { label: field.label }),
    description: field.about,
    error,
  };
  const text = typeof value === 'string' ? value : '';
  const onText = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value || undefined);
  switch (field.kind) {
    case 'number':
      return (
        <NumberField
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
          data={field.choices.map((value) => ({ value, label: choiceWords(value) }))}
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
      return <Words {...common} value={text} advise={{}} onChange={(next) => onChange(next || undefined)} />;
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

interface FieldsProps {
  fields: readonly Field[];
  values: JsonObject;
  /** By key. */
  errors: Partial<Record<string, string>>;
  onChange: (values: JsonObject) => void;
}

export function SchemaFields({ fields, values, errors, onChange }: FieldsProps) {
  const set = (key: string, value: Json | undefined) => {
    const { [key]: _, ...others } = values;
    onChange(value === undefined ? others : { ...others, [key]: value });
  };
  return fields.map((field) => (
    <FieldInput
      key={`${field.key} ${field.kind}`}
      field={field}
      value={values[field.key]}
      error={errors[field.key]}
      onChange={(value) => set(field.key, value)}
    />
  ));
}

// The cycle's variables with its own values, which this launch may set differently for its plans.
import { SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Json, JsonObject } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { NumberField } from '../theme/NumberField.tsx';
import { kindOf, readJson, variableName, withVariable } from './variables.ts';

interface FieldProps {
  name: string;
  value: Json;
  own: Json;
  onChange: (value: Json) => void;
}

function JsonValue({ name, value, onChange }: FieldProps) {
  const [text, setText] = useState(JSON.stringify(value));
  return (
    <TextInput
      label={variableName(name)}
      description={t('As JSON, such as null or ["a", "b"]')}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={readJson(text) ? undefined : t('This is no JSON yet; the last value that was is kept.')}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const read = readJson(event.currentTarget.value);
        if (read) onChange(read.value);
      }}
    />
  );
}

function Field(props: FieldProps) {
  const { name, value, own, onChange } = props;
  const label = variableName(name);
  const description =
    JSON.stringify(value) === JSON.stringify(own)
      ? undefined
      : t('The cycle sets {own}', { own: JSON.stringify(own) });
  const kind = kindOf(own);
  if (kind === 'json') return <JsonValue {...props} />;
  if (kind === 'switch')
    return (
      <Switch
        mt="lg"
        label={label}
        description={description}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (kind === 'number')
    return (
      <NumberField
        label={label}
        description={description}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : own)}
      />
    );
  return (
    <TextInput
      label={label}
      description={description}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface Props {
  /** As the cycle version sets them. */
  own: JsonObject;
  changed: JsonObject;
  onChange: (changed: JsonObject) => void;
}

export function VariableFields({ own, changed, onChange }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      {Object.entries(own).map(([key, value]) => (
        <Field
          key={key}
          name={key}
          own={value}
          value={key in changed ? (changed[key] ?? null) : value}
          onChange={(next) => onChange(withVariable(changed, { key, value: next, own: value }))}
        />
      ))}
    </SimpleGrid>
  );
}

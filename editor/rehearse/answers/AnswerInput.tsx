// One field of an answer, with the components of the inbox.
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { outcomeSchema } from '../../../engine/index.ts';
import { Choice } from '../../inbox/forms/Choice.tsx';
import { OutcomePicker } from '../../inbox/forms/OutcomePicker.tsx';
import { SchemaFields } from '../../inbox/forms/SchemaFields.tsx';
import type { Field } from '../../inbox/forms/schema-fields.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { AnswerList } from './AnswerList.tsx';
import type { AnswerField } from './answer-parts.ts';
import type { InputProps } from './input-props.ts';

/** More than these are a list to choose from, and not cards. */
const fewOptions = 3;

const labelOf = ({ label, optional }: AnswerField): string =>
  optional ? t('{label} (optional)', { label }) : label;

export function AnswerInput(props: InputProps) {
  const { field, value, errors, known, onChange } = props;
  const text = typeof value === 'string' ? value : null;
  switch (field.kind) {
    case 'outcome':
      return (
        <WithError error={errors['']}>
          <OutcomePicker
            label={labelOf(field)}
            value={outcomeSchema.safeParse(value).data ?? null}
            withNone={field.withNone || field.optional || false}
            onChange={(next) => onChange(next ?? (field.withNone ? null : undefined))}
          />
        </WithError>
      );
    case 'list':
      return (
        <WithError error={errors['']}>
          <AnswerList
            {...props}
            field={field}
            render={(each) => <AnswerInput key={each.field.key} {...each} />}
          />
        </WithError>
      );
    case 'choice':
      if (field.options.length <= fewOptions && !field.optional)
        return (
          <WithError error={errors['']}>
            <Choice label={field.label} value={text} onChange={onChange} options={[...field.options]} />
          </WithError>
        );
      return <Chosen {...props} options={field.options} />;
    case 'goal':
    case 'measure':
      return <Chosen {...props} options={known[field.kind](text ?? '')} />;
    default:
      return <Typed {...props} kind={field.kind} />;
  }
}

function WithError({ error, children }: { error: string | undefined; children: ReactNode }) {
  return (
    <div>
      {children}
      {error !== undefined && <p className={styles.failing}>{error}</p>}
    </div>
  );
}

interface ChosenProps extends InputProps {
  options: readonly { value: string; label: string }[];
}

function Chosen({ field, value, errors, options, onChange }: ChosenProps) {
  return (
    <Select
      label={labelOf(field)}
      error={errors['']}
      data={options.map((option) => ({ ...option }))}
      value={typeof value === 'string' ? value : null}
      allowDeselect={false}
      clearable={field.optional ?? false}
      searchable={options.length > 8}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** As a form of a cycle's own has it. */
function Typed({ field, value, errors, kind, onChange }: InputProps & { kind: Field['kind'] }) {
  const { key, label, optional = false } = field;
  // No text is a text as well where one has to be given.
  const none = !optional && (kind === 'text' || kind === 'long-text') ? '' : undefined;
  return (
    <SchemaFields
      fields={[{ key, label, about: undefined, required: !optional, kind, choices: [] }]}
      values={value === undefined ? {} : { [key]: value }}
      errors={{ [key]: errors[''] }}
      onChange={(values) => onChange(values[key] ?? none)}
    />
  );
}

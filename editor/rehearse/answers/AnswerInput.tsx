// One field of an answer, with the components of the inbox.
import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { type Json, outcomeSchema } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { Choice } from '../../inbox/forms/Choice.tsx';
import { OutcomePicker } from '../../inbox/forms/OutcomePicker.tsx';
import { SchemaFields } from '../../inbox/forms/SchemaFields.tsx';
import { Words } from '../../inbox/forms/Words.tsx';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { AnswerList } from './AnswerList.tsx';
import type { AnswerField } from './answer-fields.ts';
import type { Known } from './known.ts';

export interface InputProps {
  field: AnswerField;
  value: Json | undefined;
  /** By path from the field, such as "0.evidence"; the field's own has none. */
  errors: Readonly<Record<string, string>>;
  known: Known;
  /** Undefined takes it away. */
  onChange(value: Json | undefined): void;
}

/** More than these are a list to choose from, and not cards. */
const fewOptions = 3;

export function AnswerInput(props: InputProps) {
  const { field, errors, value } = props;
  const error = errors[''];
  const plain = field.kind === 'outcome' || field.kind === 'choice' || field.kind === 'list';
  return (
    <div>
      {plain ? <Chosen {...props} /> : <Typed {...props} text={typeof value === 'string' ? value : ''} />}
      {plain && error !== undefined && <p className={styles.failing}>{error}</p>}
    </div>
  );
}

const labelOf = ({ label, optional }: AnswerField): string =>
  optional ? t('{label} (optional)', { label }) : label;

function Chosen(props: InputProps) {
  const { field, value, onChange } = props;
  const text = typeof value === 'string' ? value : null;
  switch (field.kind) {
    case 'outcome': {
      const outcome = outcomeSchema.safeParse(value).data ?? null;
      return (
        <OutcomePicker
          label={labelOf(field)}
          value={outcome}
          withNone={field.withNone || field.optional || false}
          onChange={(next) => onChange(next ?? (field.withNone ? null : undefined))}
        />
      );
    }
    case 'choice':
      return field.options.length <= fewOptions && !field.optional ? (
        <Choice label={field.label} value={text} onChange={onChange} options={[...field.options]} />
      ) : (
        <Select
          label={labelOf(field)}
          data={[...field.options]}
          value={text}
          allowDeselect={false}
          clearable={field.optional ?? false}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'list':
      return <AnswerList {...props} field={field} />;
    default:
      return null;
  }
}

function Typed({ field, value, text, errors, known, onChange }: InputProps & { text: string }) {
  const common = { label: labelOf(field), error: errors[''] };
  const onText = (next: string) => onChange(next === '' && field.optional ? undefined : next);
  switch (field.kind) {
    case 'words':
      return <Words {...common} minRows={1} value={text} onChange={onText} />;
    case 'line':
      return (
        <TextInput {...common} value={text} onChange={({ currentTarget }) => onText(currentTarget.value)} />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'day':
      return <DateField {...common} value={text} onChange={(day) => onChange(day || undefined)} />;
    case 'switch':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked || undefined)}
        />
      );
    case 'goal':
    case 'measure':
      return (
        <Select
          {...common}
          data={known[field.kind](text)}
          value={text || null}
          allowDeselect={false}
          searchable
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'json':
      return (
        <SchemaFields
          fields={[
            {
              key: field.key,
              label: field.label,
              about: undefined,
              required: !field.optional,
              kind: 'json',
              choices: [],
            },
          ]}
          values={value === undefined ? {} : { [field.key]: value }}
          errors={{ [field.key]: errors[''] }}
          onChange={(values) => onChange(values[field.key])}
        />
      );
    default:
      return null;
  }
}

// The entries of an answer that is a list, such as the goals of an appraisal: each with its fields, added and removed.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { errorsWithin, isObject, withValue } from './answer.ts';
import type { AnswerField } from './answer-parts.ts';
import type { InputProps } from './input-props.ts';

interface Props extends InputProps {
  field: Extract<AnswerField, { kind: 'list' }>;
  /** One field of an entry. */
  render(props: InputProps): ReactNode;
}

export function AnswerList({ field, value, errors, known, onChange, render }: Props) {
  const entries: readonly Json[] = Array.isArray(value) ? value : [];
  const change = (next: Json[]) => onChange(next);
  return (
    <fieldset className={styles.entries}>
      <legend>{field.label}</legend>
      {entries.map((entry, index) => {
        const own: JsonObject = isObject(entry) ? entry : {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the list.
          <fieldset key={index} aria-label={`${field.label} ${index + 1}`} className={styles.entry}>
            <Group justify="space-between" wrap="nowrap">
              <span className={styles.number}>{index + 1}</span>
              <ActionIcon
                aria-label={t('Remove {label} {number}', { label: field.label, number: index + 1 })}
                onClick={() => change(entries.toSpliced(index, 1))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
            {field.of.map((inner) =>
              render({
                field: inner,
                value: own[inner.key],
                errors: errorsWithin(errors, `${index}.${inner.key}`),
                known,
                onChange: (next) => change(entries.with(index, withValue(own, inner.key, next))),
              }),
            )}
          </fieldset>
        );
      })}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => change([...entries, field.begin])}
      >
        {field.add}
      </Button>
    </fieldset>
  );
}

// The fields of a form, each with what it asks; added by kind, moved and removed.
import { ActionIcon, Checkbox, Group, Menu, Stack, TagsInput, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import {
  addField,
  type FieldKind,
  type FieldPatch,
  type FormField,
  fieldKinds,
  fieldsIn,
  moveField,
  removeField,
  renameField,
  setField,
} from '../document/forms/form-fields.ts';
import { pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { AddMenu } from '../panels/AddMenu.tsx';
import { ChoiceField } from '../panels/ChoiceField.tsx';
import { useEditing } from '../panels/editing.ts';
import styles from '../panels/panels.module.css';
import { TextField } from '../panels/TextField.tsx';
import type { FormProps } from './form-props.ts';

const kindWords: Record<FieldKind, string> = {
  text: t('Short text'),
  'long-text': t('Long text'),
  number: t('Number'),
  whole: t('Whole number'),
  boolean: t('Yes or no'),
  choice: t('One of a few'),
  date: t('Day'),
};
const kindOptions = fieldKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));
const isKind = (text: string | null): text is FieldKind => fieldKinds.some((kind) => kind === text);

type ListProps = Pick<FormProps, 'place' | 'form' | 'apply'>;

export function FieldList({ place, form, apply }: ListProps) {
  const { readOnly } = useEditing();
  const fields = fieldsIn(form);
  return (
    <Stack gap="sm">
      {fields.map((field, index) => (
        <FieldCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the key changes while it is typed.
          key={index}
          field={field}
          isFirst={index === 0}
          isLast={index === fields.length - 1}
          place={place}
          form={form}
          apply={apply}
        />
      ))}
      {fields.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('Add the first field: what should the person tell?')}
        </Text>
      )}
      {!readOnly && <AddField onAdd={(kind) => apply(addField(form, kind, kindWords[kind]))} />}
    </Stack>
  );
}

function AddField({ onAdd }: { onAdd(kind: FieldKind): void }) {
  return (
    <AddMenu label={t('Add a field')}>
      {fieldKinds.map((kind) => (
        <Menu.Item key={kind} onClick={() => onAdd(kind)}>
          {kindWords[kind]}
        </Menu.Item>
      ))}
    </AddMenu>
  );
}

interface CardProps extends ListProps {
  field: FormField;
  isFirst: boolean;
  isLast: boolean;
}

function FieldCard({ field, isFirst, isLast, place, form, apply }: CardProps) {
  const { readOnly } = useEditing();
  const { key, kind } = field;
  const name = field.title ?? key;
  const at = (part: string) => place + pointer('properties', key, part);
  const set = (patch: FieldPatch, burst?: string) => apply(setField(form, key, patch), burst);
  return (
    <Stack gap="xs" className={styles.card} role="group" aria-label={t('Field {name}', { name })}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <div style={{ flex: 1 }}>
          <TextField
            label={t('Question')}
            place={at('title')}
            value={field.title ?? ''}
            placeholder={key}
            apply={(title, burst) => set({ title }, burst)}
          />
        </div>
        {!readOnly && (
          <Group gap={0} wrap="nowrap" pb={3}>
            <ActionIcon
              aria-label={t('Move {name} up', { name })}
              disabled={isFirst}
              onClick={() => apply(moveField(form, key, -1))}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('Move {name} down', { name })}
              disabled={isLast}
              onClick={() => apply(moveField(form, key, 1))}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('Remove {name}', { name })}
              onClick={() => apply(removeField(form, key))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap" align="flex-start" grow>
        <ChoiceField
          label={t('Answer')}
          place={at('type')}
          value={kind}
          options={kindOptions}
          hint={kind === null ? t('A JSON Schema of its own') : undefined}
          onPick={(picked) => isKind(picked) && set({ kind: picked })}
        />
        <TextField
          label={t('Name in expressions')}
          place={at('key')}
          value={key}
          mono
          apply={(to, burst) => {
            const renamed = renameField(form, key, to);
            if (renamed) return apply(renamed, burst);
            return {
              kind: 'refused',
              reason: t('Use letters, digits and _, and a name that is not used yet.'),
            };
          }}
        />
      </Group>
      {kind === 'choice' && (
        <Choices at={at('enum')} choices={field.choices} onSet={(choices) => set({ choices })} />
      )}
      <TextField
        label={t('Help under it')}
        place={at('description')}
        value={field.about ?? ''}
        apply={(about, burst) => set({ about }, burst)}
      />
      <Checkbox
        size="sm"
        label={t('Has to be answered')}
        checked={field.required}
        disabled={readOnly}
        onChange={({ currentTarget }) => set({ required: currentTarget.checked })}
      />
    </Stack>
  );
}

function Choices({ at, choices, onSet }: { at: string; choices: string[]; onSet(choices: string[]): void }) {
  const { readOnly } = useEditing();
  return (
    <TagsInput
      size="sm"
      label={t('Choices')}
      description={t('Press Enter after each')}
      data-pointer={at}
      value={choices}
      readOnly={readOnly}
      onChange={(next) => next.length > 0 && onSet(next)}
    />
  );
}

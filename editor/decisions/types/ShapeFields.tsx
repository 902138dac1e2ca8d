// What a type is: made of another one, with the values that it allows, or of fields, each of which is one again.
import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { DecisionType } from '../../../engine/index.ts';
import { type Applied, refused } from '../../document/command.ts';
import { uniqueId } from '../../document/make-id.ts';
import { pointer } from '../../document/pointer.ts';
import { patched } from '../../document/stage-tree.ts';
import { t } from '../../language/index.ts';
import { ChoiceField } from '../../panels/ChoiceField.tsx';
import { useEditing } from '../../panels/editing.ts';
import { TextField } from '../../panels/TextField.tsx';
import { AllowedValues } from './AllowedValues.tsx';
import { basisOf, madeAs, madeOf, structure, typeOptions, withFieldNamed } from './type-shape.ts';
import styles from './types.module.css';

interface ShapeProps {
  named: DecisionType;
  /** JSON Pointer of the type, or of the field. */
  place: string;
  /** It cannot be made of itself. */
  self: string;
  change(named: DecisionType, burst?: string): Applied;
}

export function ShapeFields({ named, place, self, change }: ShapeProps) {
  const { cycle, readOnly } = useEditing();
  const made = madeOf(named);
  const options = [
    ...typeOptions(cycle, made).filter(({ value }) => value !== self || made === self),
    { value: structure, label: t('A structure of fields') },
  ];
  return (
    <>
      <div className={styles.made}>
        <ChoiceField
          label={t('Made of')}
          place={place + pointer('type')}
          value={made}
          options={options}
          onPick={(next) => next !== null && change(madeAs(named, next))}
        />
        <Checkbox
          size="sm"
          label={t('A list of them')}
          checked={named.list ?? false}
          disabled={readOnly}
          onChange={({ currentTarget: { checked } }) =>
            change(patched(named, { list: checked ? true : undefined }))
          }
        />
      </div>
      {named.fields ? (
        <Fields
          fields={named.fields}
          place={place}
          self={self}
          change={(fields, burst) => change({ ...named, fields }, burst)}
        />
      ) : (
        <AllowedValues
          place={place + pointer('allowed')}
          allowed={named.allowed}
          isText={basisOf(cycle, named) === 'string'}
          apply={(allowed, burst) => change(patched(named, { allowed }), burst)}
        />
      )}
      {(named.list || named.constraint !== undefined) && (
        <TextField
          label={t('Tests of the whole')}
          place={place + pointer('constraint')}
          value={named.constraint ?? ''}
          placeholder={t('count(?) <= 3')}
          mono
          apply={(text, burst) =>
            change(patched(named, { constraint: text.trim() === '' ? undefined : text }), burst)
          }
        />
      )}
    </>
  );
}

interface FieldsProps {
  fields: Readonly<Record<string, DecisionType>>;
  place: string;
  self: string;
  change(fields: Record<string, DecisionType>, burst?: string): Applied;
}

function Fields({ fields, place, self, change }: FieldsProps) {
  const { readOnly } = useEditing();
  const entries = Object.entries(fields);
  const rename = (from: string, to: string, burst: string): Applied => {
    if (!/^\S+( \S+)*$/.test(to)) return refused(t('Use words joined by single spaces.'));
    if (to !== from && Object.hasOwn(fields, to))
      return refused(t('Another field is called "{name}".', { name: to }));
    return change(withFieldNamed(fields, from, to), burst);
  };
  const add = () =>
    change({ ...fields, [uniqueId('field', new Set(Object.keys(fields)))]: { type: 'string' } });
  return (
    <>
      {entries.map(([key, field], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed.
        <fieldset key={index} className={styles.field} aria-label={t('Field {name}', { name: key })}>
          <div className={styles.fieldHead}>
            <TextField
              label={t('Field')}
              place={`${place + pointer('fields', index)} name`}
              value={key}
              mono
              apply={(to, burst) => rename(key, to, burst)}
            />
            {!readOnly && (
              <ActionIcon
                size={32}
                aria-label={t('Remove the field {name}', { name: key })}
                onClick={() => change(Object.fromEntries(entries.filter(([other]) => other !== key)))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            )}
          </div>
          <ShapeFields
            named={field}
            place={place + pointer('fields', key)}
            self={self}
            change={(next, burst) => change({ ...fields, [key]: next }, burst)}
          />
        </fieldset>
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          className={styles.add}
          onClick={add}
        >
          {t('Add a field')}
        </Button>
      )}
    </>
  );
}

// The form as the inbox shows it, to be filled in: whether an answer fits, and how expressions see it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { checkResult, type JsonObject } from '../../engine/index.ts';
import { SchemaFields } from '../inbox/forms/SchemaFields.tsx';
import { emptyAnswer, fieldsOf } from '../inbox/forms/schema-fields.ts';
import { retell, t } from '../language/index.ts';
import styles from './forms.module.css';

/** Only of the fields that the form still has. */
const stillAsked = (form: JsonObject, values: JsonObject): JsonObject => {
  const keys = new Set(fieldsOf(form).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
};

export function FormPreview({ form }: { form: JsonObject }) {
  const [typed, setTyped] = useState<JsonObject>({});
  const fields = useMemo(() => fieldsOf(form), [form]);
  const values = { ...emptyAnswer(fields), ...stillAsked(form, typed) };
  const checked = checkResult(form, values);
  const isTouched = Object.keys(typed).length > 0;
  const errors = Object.fromEntries(
    checked.kind === 'misfits' && isTouched
      ? checked.issues
          .filter(({ path: [key] }) => key !== undefined && Object.hasOwn(values, key))
          .map(({ path, message }) => [String(path[0]), retell(message)])
      : [],
  );
  return (
    <section aria-label={t('Preview')} className={styles.preview}>
      <Text size="xs" c="var(--cw-muted)">
        {t('As people see it')}
      </Text>
      <h3 className={styles.previewTitle}>{t('Your answer')}</h3>
      <Stack gap="md">
        <SchemaFields fields={fields} values={values} errors={errors} onChange={setTyped} />
        {fields.length === 0 && (
          <Text size="sm" c="var(--cw-muted)">
            {t('Fields appear here as you add them.')}
          </Text>
        )}
      </Stack>
      <Group justify="space-between" align="flex-start" mt="md" wrap="nowrap">
        <output aria-live="polite" className={styles.verdict}>
          {checked.kind === 'fits' && t('This answer can be sent.')}
          {checked.kind === 'misfits' && t('This answer cannot be sent yet.')}
          {checked.kind === 'unusable' && retell(checked.message)}
          <code>result = {JSON.stringify(values)}</code>
        </output>
        <Button variant="default" size="compact-sm" flex="none" onClick={() => setTyped({})}>
          {t('Empty it')}
        </Button>
      </Group>
    </section>
  );
}

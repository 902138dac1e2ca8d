// The answer that completes a task in a scenario, filled in as in the inbox. Written to the document as it is typed.
import { Button, Stack } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
  type CycleTask,
  fillForm,
  type Given,
  isBuiltInForm,
  type Json,
  type JsonObject,
} from '../../../engine/index.ts';
import type { Applied } from '../../document/command.ts';
import { SchemaFields } from '../../inbox/forms/SchemaFields.tsx';
import { fieldsOf } from '../../inbox/forms/schema-fields.ts';
import { t } from '../../language/index.ts';
import { useDraft } from '../../panels/use-draft.ts';
import styles from '../rehearse.module.css';
import { AnswerInput } from './AnswerInput.tsx';
import { errorsOf, errorsWithin, withValue } from './answer.ts';
import { answerFields } from './answer-fields.ts';
import { knownOf } from './known.ts';

interface Props {
  form: CycleTask['form'];
  given: Given;
  /** JSON Pointer of the answer. */
  place: string;
  answer: JsonObject | undefined;
  /** What does not fit is meant: the plan refuses it. */
  refused: boolean;
  disabled: boolean;
  apply(answer: JsonObject, burst: string): Applied;
}

const written = (answer: JsonObject | undefined): string => JSON.stringify(answer ?? {});

export function ScenarioAnswer({ form, given, place, answer, refused, disabled, apply }: Props) {
  const draft = useDraft(place, written(answer), (text, burst) => apply(JSON.parse(text), burst));
  const values = useMemo((): JsonObject => JSON.parse(draft.text), [draft.text]);
  const errors = useMemo(() => (refused ? {} : errorsOf(form, values)), [form, values, refused]);
  const known = useMemo(() => knownOf(given), [given]);
  const isComplete = Object.keys(errorsOf(form, values)).length === 0;
  const put = (next: JsonObject) => draft.type(written(next), performance.now());
  const set = (key: string, value: Json | undefined) => put(withValue(values, key, value));
  const own = fieldsOf(form);
  return (
    <fieldset
      className={styles.answerFields}
      aria-label={t('Answer')}
      disabled={disabled}
      // From one field to the next the answer stays as it was written, also while the document is still behind.
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget) ? draft.rest() : draft.leave()
      }
    >
      <Stack gap={8}>
        {isBuiltInForm(form) ? (
          answerFields[form].map((field) => (
            <AnswerInput
              key={field.key}
              field={field}
              value={values[field.key]}
              errors={errorsWithin(errors, field.key)}
              known={known}
              onChange={(value) => set(field.key, value)}
            />
          ))
        ) : (
          <SchemaFields fields={own} values={values} errors={errors} onChange={put} />
        )}
        {errors[''] !== undefined && <p className={styles.failing}>{errors['']}</p>}
        {!isComplete && !disabled && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconWand size={14} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => put({ ...fillForm(form, values, given.goals ?? []), ...values })}
          >
            {t('Fill in the rest')}
          </Button>
        )}
      </Stack>
    </fieldset>
  );
}

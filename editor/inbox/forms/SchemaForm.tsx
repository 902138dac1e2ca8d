// A form that the cycle gives as a JSON Schema.
import type { JsonObject } from '../../../engine/index.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { SchemaFields } from './SchemaFields.tsx';
import { emptyAnswer, fieldsOf } from './schema-fields.ts';

export function SchemaForm(props: FormProps) {
  const { task } = props.material;
  const fields = fieldsOf(task.form);
  const { draft, change, ...kept } = useDraft<{ values: JsonObject }>(task.id, () => ({
    values: emptyAnswer(fields),
  }));
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your answer')}
      verb={t('Complete task')}
      done={t('Task done')}
      toResult={() => {
        const missing = fields.find(({ key, required }) => required && draft.values[key] === undefined);
        return missing ? t('“{field}” is needed.', { field: missing.label }) : draft.values;
      }}
    >
      <SchemaFields
        fields={fields}
        values={draft.values}
        errors={fieldErrors(props.error, 'result')}
        onChange={(values) => change({ values })}
      />
    </FormFrame>
  );
}

// The builder of a form: its fields on one side, on the other the form itself as people will fill it in.

import { useMediaQuery } from '@mantine/hooks';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { JsonField } from '../panels/JsonField.tsx';
import { undoKeys } from '../panels/undo-keys.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { FieldList } from './FieldList.tsx';
import { FormPreview } from './FormPreview.tsx';
import type { FormProps } from './form-props.ts';
import styles from './forms.module.css';

export function FormDialog({ title, place, form, apply, onClose }: FormProps & { onClose(): void }) {
  const editing = useEditing();
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  return (
    <Dialog
      opened
      onClose={onClose}
      fullScreen={isSmall}
      size="min(1040px, 94vw)"
      title={t('Form of {title}', { title })}
      styles={{ title: { fontWeight: 650, fontSize: 16 } }}
      onKeyDown={undoKeys(editing)}
    >
      <div className={styles.builder}>
        <section aria-label={t('Fields')}>
          <FieldList place={place} form={form} apply={apply} />
          <details className={styles.schema}>
            <summary>{t('The form as JSON Schema')}</summary>
            <JsonField label={t('JSON Schema')} place={place} value={form} apply={apply} />
          </details>
        </section>
        <FormPreview form={form} />
      </div>
    </Dialog>
  );
}

// A task's own form in its card: its fields in short, and the way to build it. The builder comes when it is opened.
import { Button, Text } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import { fieldsIn } from '../document/forms/form-fields.ts';
import { isWithin } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { problemsWithin } from '../panels/field-problems.ts';
import type { FormProps } from './form-props.ts';

const FormDialog = latePart(async () => (await import('./FormDialog.tsx')).FormDialog, { told: 'over' });

export function FormSection(props: FormProps) {
  const { problems, readOnly, wanted } = useEditing();
  const { form, place } = props;
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (wanted && isWithin(wanted, place)) setOpened(true);
  }, [wanted, place]);
  const fields = fieldsIn(form);
  const wrong = problemsWithin(problems, place).map(({ message }) => message);
  return (
    <>
      <Text size="xs" c="var(--cw-muted)">
        {fields.length === 0
          ? t('It has no fields yet.')
          : t('It asks for {fields}.', { fields: fields.map(({ key, title }) => title ?? key).join(', ') })}
      </Text>
      {wrong.length > 0 && (
        <Text size="xs" c="var(--cw-danger)">
          {wrong.join(' ')}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="default"
        data-pointer={place}
        leftSection={<IconForms size={15} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setOpened(true)}
      >
        {readOnly ? t('Look at the form') : t('Build the form')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <FormDialog {...props} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

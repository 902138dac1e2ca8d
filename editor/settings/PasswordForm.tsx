// Changes the person's own password and ends their other sessions.
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { passwordProblem, shortestPassword } from './password.ts';

interface Values {
  currentPassword: string;
  newPassword: string;
}

export function PasswordForm() {
  const form = useForm<Values>({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('Give the password that you use now.') : null),
      newPassword: passwordProblem,
    },
  });
  const change = useMutation({
    mutationFn: (values: Values) =>
      ask('/api/auth/change-password', { method: 'POST', body: { ...values, revokeOtherSessions: true } }),
    onSuccess: () => {
      told(t('Your password is changed. You are signed out everywhere else.'));
      form.reset();
    },
  });
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        change.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
      )}
      noValidate
    >
      <Stack gap="sm">
        {change.isError && <Failure error={change.error} />}
        <PasswordInput
          label={t('Password now')}
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('New password')}
          description={t('At least {shortestPassword} characters', { shortestPassword })}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('Change password')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

// Makes the first administrator of an empty server.
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { t } from '../language/index.ts';
import classes from './setup.module.css';
import { useEnter } from './use-enter.ts';

const shortestPassword = 12;

export function CleanStart({ onBack }: { onBack: () => void }) {
  const enter = useEnter();
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('Give your name.') : null),
      email: (value) =>
        /^\S+@\S+\.\S+$/.test(value) ? null : t('Give an email address, such as ana@example.org.'),
      password: (value) =>
        value.length < shortestPassword
          ? t('Use at least {shortestPassword} characters.', { shortestPassword })
          : null,
    },
  });
  const create = useMutation({
    mutationFn: async (values: { name: string; email: string; password: string }) => {
      await post('/setup/clean', values);
      await enter();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form className={classes.card} onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack gap="md">
        {create.isError && <Failure error={create.error} />}
        <TextInput label={t('Your name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
        <TextInput label={t('Email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput
          label={t('Password')}
          description={t('At least {shortestPassword} characters', { shortestPassword })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={create.isPending} fullWidth>
          {t('Create the administrator and sign in')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack} ta="center">
          {t('Back to the choice')}
        </Anchor>
      </Stack>
    </form>
  );
}

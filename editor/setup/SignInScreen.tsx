// Sign in with an email address and a password.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RequestError } from '../app/api/request.ts';
import { signIn } from '../app/api/session-queries.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { Frame } from './Frame.tsx';
import classes from './setup.module.css';
import { useEnter } from './use-enter.ts';

const route = getRouteApi('/sign-in');

const wrongPassword = new RequestError({
  type: 'wrong-password',
  title: t('Not signed in'),
  status: 401,
  detail: t('The email address and the password do not belong together. Check both and try again.'),
});

export function SignInScreen() {
  const { next } = route.useSearch();
  const enter = useEnter();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('Give the email address that you sign in with.')),
      password: (value) => (value === '' ? t('Give your password.') : null),
    },
  });
  const entering = useMutation({
    meta: { signsIn: true },
    mutationFn: async ({ email, password }: { email: string; password: string }) => {
      await signIn(email, password);
      await enter(next);
    },
  });
  const refused = entering.error instanceof RequestError && [400, 401, 403].includes(entering.error.status);
  return (
    <Frame title={t('Sign in')}>
      <form className={classes.card} onSubmit={form.onSubmit((values) => entering.mutate(values))} noValidate>
        <Stack gap="md">
          {entering.isError && <Failure error={refused ? wrongPassword : entering.error} />}
          <TextInput
            label={t('Email')}
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('Password')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={entering.isPending} fullWidth>
            {t('Sign in')}
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}

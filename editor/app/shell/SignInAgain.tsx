// The sign-in has ended while a page was open: signing in again without losing the page.
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { post, RequestError } from '../api/request.ts';
import { meQuery, setupQuery, signIn } from '../api/session-queries.ts';
import { tellSignedIn } from '../api/signed-out.ts';
import { Failure } from '../parts/Failure.tsx';
import { useMe } from '../parts/use-permissions.ts';

const wrongPassword = new RequestError({
  type: 'wrong-password',
  title: t('Not signed in'),
  status: 401,
  detail: t('This is not the password. Try again; the page stays as it is.'),
});

/** The same person goes on where they were; the page of somebody else is not theirs to see. */
function useEnterAgain() {
  const client = useQueryClient();
  const before = useMe();
  return async () => {
    const now = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    if (now.id !== before.id) return window.location.assign('/');
    tellSignedIn(client);
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'signed-out' });
  };
}

export function SignInAgain() {
  const me = useMe();
  const demo = useQuery(setupQuery).data?.demo === true;
  const enter = useEnterAgain();
  const [password, setPassword] = useState('');
  const entering = useMutation({
    meta: { signsIn: true },
    mutationFn: async () => {
      if (demo) await post('/setup/sign-in-as', { personId: me.id });
      else await signIn(me.email ?? '', password);
      await enter();
    },
  });
  const refused = entering.error instanceof RequestError && [400, 401, 403].includes(entering.error.status);
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('Sign in again, your work is kept')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            {t(
              'You were signed out, {name}. This page stays as it is, and what was not saved is saved once you are back.',
              { name: me.name },
            )}
          </Text>
          {entering.isError && <Failure error={refused && !demo ? wrongPassword : entering.error} />}
          {demo ? (
            <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
              {t('In the demonstration no password is needed.')}
            </Alert>
          ) : (
            <>
              <input type="email" value={me.email ?? ''} autoComplete="username" readOnly hidden />
              <PasswordInput
                label={t('Password of {email}', { email: me.email ?? me.name })}
                autoComplete="current-password"
                data-autofocus
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          )}
          <Group justify="space-between">
            <Button component="a" href="/sign-in" variant="subtle">
              {t('Sign in as somebody else')}
            </Button>
            <Button type="submit" loading={entering.isPending} {...(demo ? { 'data-autofocus': true } : {})}>
              {demo ? t('Go on as {name}', { name: me.name }) : t('Sign in')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

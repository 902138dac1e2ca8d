// The way out: nothing that the person looked at stays on the screen or by name on this computer.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/session-queries.ts';
import { useMe } from '../parts/use-permissions.ts';
import { forgetRecent } from '../recent/recent-items.ts';

/** @throws RequestError when the server could not be told; then nobody is signed out. */
export function useSignOut(): () => Promise<void> {
  const { id } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await signOut();
    client.clear();
    await navigate({ to: '/sign-in' });
    forgetRecent(() => window.localStorage, id);
  };
}

// The way out: nothing that the person looked at stays on the screen, in memory, or by name on this computer.
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { signOut } from '../api/session-queries.ts';
import { useDoBeforeSignOut } from '../parts/before-sign-out.tsx';
import { useMe } from '../parts/use-permissions.ts';
import { forgetRecent } from '../recent/recent-items.ts';
import { leavePage } from './leave-page.ts';

/** @throws RequestError when the server could not be told; then nobody is signed out. */
export function useSignOut(): () => Promise<void> {
  const { id } = useMe();
  const client = useQueryClient();
  const doBefore = useDoBeforeSignOut();
  return async () => {
    await doBefore();
    // From here on nothing is asked for somebody who is going: it would be refused.
    onlineManager.setOnline(false);
    await client.cancelQueries();
    try {
      await signOut();
    } catch (error) {
      onlineManager.setOnline(true);
      throw error;
    }
    forgetRecent(() => window.localStorage, id);
    // What is still on the screen would ask again if its answers were cleared from below it: the page is left whole.
    const onStayed = () => {
      onlineManager.setOnline(true);
      void client.invalidateQueries();
    };
    leavePage(window, { to: '/sign-in', onStayed });
  };
}

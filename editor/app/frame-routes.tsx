// What every address lies in: the first page and the sign-in for who is nobody yet, and the frame for who is somebody.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { typefaceReady } from '../theme/typeface.ts';
import { RequestError } from './api/request.ts';
import { meQuery, setupQuery } from './api/session-queries.ts';
import { myTasksQuery } from './api/task-queries.ts';
import type { Me } from './api/wire.ts';
import { lateScreen } from './parts/late-part.tsx';
import { texts } from './search-params.ts';
import { CrashScreen } from './shell/CrashScreen.tsx';
import { NotFoundScreen } from './shell/NotFoundScreen.tsx';
import { Shell } from './shell/Shell.tsx';

export interface Context {
  client: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  errorComponent: CrashScreen,
  notFoundComponent: NotFoundScreen,
});

export const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: texts('next'),
  beforeLoad: async ({ context }) => {
    const setup = await context.client.fetchQuery(setupQuery);
    if (setup.state === 'ready' && !setup.demo) throw redirect({ to: '/sign-in' });
  },
  component: lateScreen(() => import('../setup/WelcomeScreen.tsx'), 'WelcomeScreen'),
});
export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('next'),
  component: lateScreen(() => import('../setup/SignInScreen.tsx'), 'SignInScreen'),
});

/** The rail counts them and the inbox shows them: they are asked for while the screen is still fetched. */
function askForTasks(client: QueryClient, { permissions }: Me): void {
  // Where this fails, the screen asks again and says so.
  if (permissions.includes('tasks.work')) client.ensureQueryData(myTasksQuery('open')).catch(() => undefined);
}

/** Everything behind it needs somebody who is signed in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      // The demo's banner and the typeface belong to the frame: what comes later would push the page about.
      await Promise.all([
        context.client.ensureQueryData(meQuery).then((me) => askForTasks(context.client, me)),
        context.client.prefetchQuery(setupQuery),
        typefaceReady(),
      ]);
    } catch (error) {
      if (!(error instanceof RequestError) || error.status !== 401) throw error;
      const setup = await context.client.fetchQuery(setupQuery);
      if (setup.state === 'empty') throw redirect({ to: '/welcome' });
      const to = setup.demo ? '/welcome' : '/sign-in';
      throw redirect({ to, search: { next: location.href } });
    }
  },
});

// How the screens' data is kept: fresh for a moment, tried again only when trying again can help.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestError } from './request.ts';

const mayHelp = (error: unknown): boolean =>
  error instanceof RequestError && (error.status === 0 || error.status >= 500);

const isSignedOut = (error: unknown): boolean => error instanceof RequestError && error.status === 401;

export const makeQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Being nobody is how a visit begins; having been somebody is another matter.
        const wasSomebody = query.queryKey[0] !== 'me' || query.state.data !== undefined;
        if (isSignedOut(error) && wasSomebody) onSignedOut();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (isSignedOut(error) && mutation.meta?.signsIn !== true) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && mayHelp(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });

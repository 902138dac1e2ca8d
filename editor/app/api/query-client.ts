// How the screens' data is kept: fresh for a moment, tried again only when trying again can help.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestError } from './request.ts';
import { meQuery } from './session-queries.ts';

const mayHelp = (error: unknown): boolean =>
  error instanceof RequestError && (error.status === 0 || error.status >= 500);

const isSignedOut = (error: unknown): boolean => error instanceof RequestError && error.status === 401;

export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // Being nobody is how a visit begins; having been somebody is another matter.
        const wasSomebody = client.getQueryData(meQuery.queryKey) !== undefined;
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
  return client;
}

// How the screens' data is kept: fresh for a moment, tried again only when trying again can help.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestError } from './request.ts';

const mayHelp = (error: unknown): boolean =>
  error instanceof RequestError && (error.status === 0 || error.status >= 500);

export const makeQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof RequestError && error.status === 401 && query.queryKey[0] !== 'me')
          onSignedOut();
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

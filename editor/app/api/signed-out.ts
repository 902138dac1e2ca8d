// Whether the sign-in has ended while a page was open: the page stays, with what is on it, and asks to sign in again.
import { type QueryClient, useQuery } from '@tanstack/react-query';

const queryKey = ['signed-out'];

export const tellSignedOut = (client: QueryClient): void => void client.setQueryData(queryKey, true);
export const tellSignedIn = (client: QueryClient): void => void client.setQueryData(queryKey, false);

export const useSignedOut = (): boolean =>
  useQuery({ queryKey, queryFn: () => false, enabled: false, initialData: false, gcTime: Infinity }).data;

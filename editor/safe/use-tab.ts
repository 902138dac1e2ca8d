// This tab, once it is known. It is known from then on.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { newKey } from '../app/api/request.ts';
import { claimTab, type Tab } from './tab.ts';

function sessionStore(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export const tabQuery = queryOptions({
  queryKey: ['tab'],
  queryFn: () => claimTab({ storage: sessionStore(), locks: navigator.locks, newId: newKey }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
});

export const useTab = (): Tab | undefined => useQuery(tabQuery).data;

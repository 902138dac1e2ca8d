// Who is here, what they may do, and whether the server has been set up.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { ask, get } from './request.ts';
import type { Me, Notice, Setup } from './wire.ts';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => get<Setup>('/setup', {}, signal),
  staleTime: 60_000,
});
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/me', {}, signal),
  staleTime: 300_000,
  retry: false,
});
export const noticesQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: () => getAll<Notice>('/notifications', {}, 200),
});

export const signIn = (email: string, password: string) =>
  ask('/api/auth/sign-in/email', { method: 'POST', body: { email, password } });
export const signOut = () => ask('/api/auth/sign-out', { method: 'POST' });

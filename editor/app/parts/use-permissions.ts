// What the signed-in person may do; screens hide what a person can never use.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '../../../server/access/permissions.ts';
import { meQuery } from '../api/session-queries.ts';

export const useMe = () => useSuspenseQuery(meQuery).data;

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

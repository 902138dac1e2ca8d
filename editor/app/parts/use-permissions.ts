// What the signed-in person may do, and what their organisation uses; screens hide what a person can never use.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Feature } from '../../../server/access/feature-names.ts';
import type { Permission } from '../../../server/access/permissions.ts';
import { meQuery } from '../api/session-queries.ts';

export const useMe = () => useSuspenseQuery(meQuery).data;

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

export function useUses(): (feature: Feature) => boolean {
  const { features } = useMe();
  return (feature) => features.includes(feature);
}

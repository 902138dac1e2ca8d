// A component and all above it, from the top down: two small answers instead of the whole tree.
import { useQuery } from '@tanstack/react-query';
import type { Component } from '../../../engine/index.ts';
import { componentQuery } from '../api/organisation-queries.ts';
import { wayToQuery } from '../api/tree-queries.ts';

const unknown: readonly Component[] = [];

/** Empty until it is known, and of no component. */
export function useLineage(componentId: string | null): readonly Component[] {
  const asked = { enabled: componentId !== null };
  const way = useQuery({ ...wayToQuery(componentId ?? ''), ...asked }).data;
  const own = useQuery({ ...componentQuery(componentId ?? ''), ...asked, staleTime: 60_000 }).data;
  return way && own ? [...way, own] : unknown;
}

// Whom a manager can plan a leave for: who answers for what they manage and for everything below it.
import type { Component } from '../../engine/index.ts';

type Place = Pick<Component, 'id' | 'parentId' | 'ownerId' | 'managerId'>;

export function teamOf(components: readonly Place[], me: string): Set<string> {
  const below = Map.groupBy(components, ({ parentId }) => parentId);
  const seen = new Set<string>();
  const open = components.filter(({ ownerId, managerId }) => ownerId === me || managerId === me);
  const team = new Set<string>();
  for (let place = open.pop(); place; place = open.pop()) {
    if (seen.has(place.id)) continue;
    seen.add(place.id);
    if (place.ownerId && place.ownerId !== me) team.add(place.ownerId);
    open.push(...(below.get(place.id) ?? []));
  }
  return team;
}

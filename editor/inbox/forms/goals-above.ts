// The goals that a component's goals can serve: those of the components above it, nearest first.
import { useQuery } from '@tanstack/react-query';
import type { Component, Goal } from '../../../engine/index.ts';
import { useLineage } from '../../app/parts/use-lineage.ts';
import { goalsNearQuery } from '../../goals/goal-queries.ts';

export interface GoalAbove {
  id: string;
  title: string;
  componentName: string;
}

type Place = Pick<Component, 'id' | 'name' | 'parentId'>;

/** From the nearest to the top; a loop in the data ends the walk. */
function placesAbove(components: readonly Place[], componentId: string): Place[] {
  const byId = new Map(components.map((component) => [component.id, component]));
  const found: Place[] = [];
  let at = byId.get(byId.get(componentId)?.parentId ?? '');
  while (at && !found.includes(at)) {
    found.push(at);
    at = byId.get(at.parentId ?? '');
  }
  return found;
}

export function goalsAbove(
  goals: Pick<Goal, 'id' | 'title' | 'componentId' | 'status'>[],
  components: readonly Place[],
  componentId: string,
): GoalAbove[] {
  return placesAbove(components, componentId).flatMap((place) =>
    goals
      .filter((goal) => goal.componentId === place.id && goal.status === 'open')
      .map(({ id, title }) => ({ id, title, componentName: place.name })),
  );
}

export function useGoalsAbove(componentId: string): GoalAbove[] {
  const goals = useQuery(goalsNearQuery(componentId)).data ?? [];
  return goalsAbove(goals, useLineage(componentId), componentId);
}

// What a task's form is filled from: the plan and what is known of its component.
import { useQueries } from '@tanstack/react-query';
import type { Goal, Measure, Observation } from '../../engine/index.ts';
import { goalsQuery, measuresQuery, observationsQuery } from '../app/api/organisation-queries.ts';
import { planQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail, TaskDetail, TaskDrafts } from '../app/api/wire.ts';
import { taskDraftsQuery } from './task-drafts.ts';

export interface Shown {
  goals: Record<string, number>;
  measures: Record<string, number>;
}

export interface Material {
  task: TaskDetail;
  /** Null: the person works the task without seeing the whole plan. */
  plan: PlanDetail | null;
  goals: Goal[];
  measures: Measure[];
  observations: Observation[];
  /** The versions of what is shown of the plan; null where the person may not read it. */
  shown: Shown | null;
  /** Null: the server could not be asked; what this computer keeps is there all the same. */
  drafts: TaskDrafts | null;
}

const versionsOf = (parts: readonly { id: string; version: number }[]): Record<string, number> =>
  Object.fromEntries(parts.map(({ id, version }) => [id, version]));

const shownOf = (goals: readonly Goal[], measures: readonly Measure[]): Shown => ({
  goals: versionsOf(goals),
  measures: versionsOf(measures),
});

/** Null while it loads. What a person may not read is not asked for: the task can be worked all the same. */
export function useMaterial(task: TaskDetail): Material | null {
  const { componentId, planId, mayRead } = task;
  const [plan, goals, measures, observations, drafts] = useQueries({
    queries: [
      { ...planQuery(planId), enabled: mayRead.plan },
      { ...goalsQuery(componentId), enabled: mayRead.goals },
      { ...measuresQuery(componentId), enabled: mayRead.goals },
      { ...observationsQuery(componentId), enabled: mayRead.observations },
      taskDraftsQuery(task.id),
    ],
  });
  const asked = [plan, goals, measures, observations, drafts].filter(({ isEnabled }) => isEnabled);
  if (asked.some(({ isPending }) => isPending)) return null;
  return {
    task,
    plan: plan.data ?? null,
    goals: goals.data ?? [],
    measures: measures.data ?? [],
    observations: observations.data ?? [],
    shown: goals.data && measures.data ? shownOf(goals.data, measures.data) : null,
    drafts: drafts.data ?? null,
  };
}

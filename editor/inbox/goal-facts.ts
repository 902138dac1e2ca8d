// What is known of each goal of a task's plan: as both sides agreed it, with its measures, what they measured, and its score.
import { useQuery } from '@tanstack/react-query';
import type { Goal, GoalResult, Measure, MeasureProgress, Plan } from '../../engine/index.ts';
import { planProgressQuery, planScoreQuery } from '../app/api/plan-queries.ts';
import { usePlanDocument } from '../plans/agreement/plan-document.ts';
import type { Material } from './material.ts';

export interface GoalFacts {
  goal: Goal;
  measures: Measure[];
  result: GoalResult | undefined;
}

interface Facts {
  goals: GoalFacts[];
  /** What each measure came to, by its id. */
  measurements: Record<string, unknown>;
  progress: readonly MeasureProgress[] | undefined;
}

/** What the figures say of a goal: as the plan was last appraised, else as they stand today. */
export const figuresOf = (
  goalId: string,
  plan: Pick<Plan, 'goals'> | null,
  today: readonly (GoalResult & { goalId: string })[] = [],
): GoalResult | undefined => plan?.goals[goalId] ?? today.find((result) => result.goalId === goalId);

export function useGoalFacts(material: Material): Facts {
  const { plan, task } = material;
  const enabled = plan !== null;
  const { goals, measures } = usePlanDocument(task.planId, enabled) ?? material;
  const score = useQuery({ ...planScoreQuery(task.planId), enabled }).data?.score;
  const progress = useQuery({ ...planProgressQuery(task.planId), enabled }).data?.items;
  const measured = score?.goals.flatMap((goal) => goal.measures) ?? [];
  return {
    goals: goals.map((goal) => ({
      goal,
      measures: measures.filter(({ goalId }) => goalId === goal.id),
      result: figuresOf(goal.id, plan, score?.goals),
    })),
    measurements: Object.fromEntries(measured.map(({ measureId, measurement }) => [measureId, measurement])),
    progress,
  };
}

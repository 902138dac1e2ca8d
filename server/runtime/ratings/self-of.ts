// How those whom a plan is about see it themselves: the last time they said so, goal by goal with the goals' names.
import type { z } from 'zod';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import { findGoals } from '../../store/queries/goals.ts';
import type { TaskOfPlan } from '../../store/queries/plan-tasks.ts';
import type { Db } from '../../store/schema.ts';
import { readResult } from './read-result.ts';

type Self = z.infer<typeof appraisalWire>['self'];

/** `tasks` are those of the plan that the reader may read, in the order of their completion. */
export async function selfOf(db: Db, tasks: readonly TaskOfPlan[]): Promise<Self> {
  const task = tasks.findLast((one) => one.state === 'completed' && readResult('self-appraisal', one));
  const given = task && readResult('self-appraisal', task);
  if (!given) return null;
  const { results, methods, goals = [], evidence = '' } = given;
  const known = await findGoals(
    db,
    goals.map(({ goalId }) => goalId),
  );
  return {
    at: task.completedAt ?? task.openedAt,
    ...{ results, methods, evidence },
    goals: goals.map(({ goalId, text, factors = '' }) => ({
      ...{ goalId, text, factors },
      title: known.find(({ id }) => id === goalId)?.title ?? goalId,
    })),
  };
}

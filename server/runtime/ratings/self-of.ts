// How those whom a plan is about see it themselves: the last time they said so, goal by goal with the goals' names.
import type { z } from 'zod';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import type { TaskOfPlan } from '../../store/queries/plan-tasks.ts';
import { readEvidence } from './evidence-of.ts';
import { goalTitles } from './goal-titles.ts';
import type { Telling } from './ratings-of.ts';
import { readResult } from './read-result.ts';

type Self = NonNullable<z.infer<typeof appraisalWire>['self']>;

/** `tasks` are those of the plan that the reader may read, in the order of their completion. */
export async function selfOf(
  { db, find }: Pick<Telling, 'db' | 'find'>,
  tasks: readonly TaskOfPlan[],
): Promise<Self | null> {
  const task = tasks.findLast((one) => one.state === 'completed' && readResult('self-appraisal', one));
  const given = task && readResult('self-appraisal', task);
  if (!given) return null;
  const { results, methods, goals: told = [], evidence = '', evidenceIds } = given;
  const titleOf = await goalTitles(db, told);
  const goals: Self['goals'] = [];
  for (const { goalId, text, factors = '', evidenceIds } of told) {
    const evidenceItems = await readEvidence(find, evidenceIds);
    goals.push({ goalId, title: titleOf(goalId), text, factors, evidenceItems });
  }
  return {
    at: task.completedAt ?? task.openedAt,
    ...{ results, methods, goals, evidence },
    evidenceItems: await readEvidence(find, evidenceIds),
  };
}

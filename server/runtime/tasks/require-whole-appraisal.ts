// An appraisal says something of each open goal, and says why where it departs from the figures: the form asks for both,
// and so does every other way to the server. Rules: domain D, "each goal + method rated", and RAT-09.
import type { FormResult, Outcome } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { ancestorsOf } from '../../store/queries/components.ts';
import { findGoal, listGoalsOf } from '../../store/queries/goals.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { scoreOf } from '../plans/score-now.ts';
import type { Form } from './form.ts';

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

/** Who has no goals of their own is judged by those of their parts. */
async function isBelow(db: Db, goalId: string, componentId: string): Promise<boolean> {
  const goal = await findGoal(db, goalId);
  return goal !== null && (await ancestorsOf(db, goal.componentId)).some(({ id }) => id === componentId);
}

async function requireEachGoal({ db, task }: Form, { goals }: FormResult<'appraisal'>): Promise<void> {
  const known = await listGoalsOf(db, [task.componentId]);
  const rated = new Set<string>();
  for (const [index, { goalId }] of goals.entries()) {
    const pointer = `/result/goals/${index}/goalId`;
    if (!known.some(({ id }) => id === goalId) && !(await isBelow(db, goalId, task.componentId)))
      throw refuse(
        pointer,
        `${task.componentName} has no goal ${goalId}. Rate the goals that it and its parts have.`,
      );
    if (rated.has(goalId)) throw refuse(pointer, 'Each goal is rated once. Leave out the second rating.');
    rated.add(goalId);
  }
  const open = known.find(({ id, status }) => status === 'open' && !rated.has(id));
  if (open)
    throw refuse(
      '/result/goals',
      `“${open.title}” is not rated. Give each open goal its results, its methods and the evidence.`,
    );
}

/** What the figures say of the whole by now; null: nothing yet. */
async function scoredOf({ db, ports, task }: Form): Promise<Outcome | null> {
  const plan = (await findPlan(db, task.planId))?.plan;
  if (!plan) return null;
  return plan.outcome ?? (await scoreOf(ports, db, plan)).score.outcome;
}

/** @throws ProblemError invalid, with its place in the result. */
export async function requireWholeAppraisal(form: Form, result: FormResult<'appraisal'>): Promise<void> {
  await requireEachGoal(form, result);
  const { results, reason = '' } = result;
  if (results === undefined || reason.trim() !== '') return;
  const scored = await scoredOf(form);
  if (scored === null || scored === results) return;
  throw refuse(
    '/result/reason',
    `The figures say “${scored}”, the rating says “${results}”. Say why, or follow the figures.`,
  );
}

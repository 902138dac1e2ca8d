// An appraisal says something of each open goal, and says why where it departs from the figures: the form asks for both,
// and so does every other way to the server. Rules: domain D, "each goal + method rated", and RAT-09.
import type { FormResult, Outcome } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { scoreOf } from '../plans/score-now.ts';
import type { Form } from './form.ts';
import { requireEachGoal } from './require-each-goal.ts';
import { requireEvidence } from './require-evidence.ts';

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

/** What the figures say of the whole by now; null: nothing yet. */
async function scoredOf({ db, ports, task }: Form): Promise<Outcome | null> {
  const plan = (await findPlan(db, task.planId))?.plan;
  if (!plan) return null;
  return plan.outcome ?? (await scoreOf(ports, db, plan)).score.outcome;
}

/** @throws ProblemError invalid, with its place in the result. */
export async function requireWholeAppraisal(form: Form, result: FormResult<'appraisal'>): Promise<void> {
  await requireEachGoal(form, result.goals, 'appraisal');
  await requireEvidence(form, result);
  const { results, reason = '' } = result;
  if (results === undefined || reason.trim() !== '') return;
  const scored = await scoredOf(form);
  if (scored === null || scored === results) return;
  throw refuse(
    '/result/reason',
    `The figures say “${scored}”, the rating says “${results}”. Say why, or follow the figures.`,
  );
}

/** @throws ProblemError invalid, with its place in the result. */
export async function requireWholeSelfAppraisal(
  form: Form,
  result: FormResult<'self-appraisal'>,
): Promise<void> {
  await requireEachGoal(form, result.goals ?? [], 'self-appraisal');
  await requireEvidence(form, result);
}

// The evidence that a judgement names stands beside its form: of the plan's component, of its period, and readable for
// whoever judges.
import { ProblemError } from '../../problem.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { makeFindEvidence } from '../ratings/evidence-of.ts';
import type { Form } from './form.ts';

interface Judged {
  evidenceIds?: string[] | undefined;
  goals?: readonly { evidenceIds?: string[] | undefined }[] | undefined;
}

interface Named {
  id: string;
  pointer: string;
}

const named = (ids: readonly string[] = [], pointer: string): Named[] =>
  ids.map((id, index) => ({ id, pointer: `${pointer}/evidenceIds/${index}` }));

/** @throws ProblemError invalid, with its place in the result. */
export async function requireEvidence({ db, task, actor }: Form, result: Judged): Promise<void> {
  const { evidenceIds, goals = [] } = result;
  const all = [
    ...named(evidenceIds, '/result'),
    ...goals.flatMap((goal, index) => named(goal.evidenceIds, `/result/goals/${index}`)),
  ];
  const plan = all.length > 0 && (await findPlan(db, task.planId))?.plan;
  if (!plan) return;
  const { id: planId, componentId, period } = plan;
  const find = await makeFindEvidence(db, actor, { planId, componentId, period });
  for (const { id, pointer } of all) {
    if (await find(id)) continue;
    const detail = `There is no evidence ${id} of this plan and its period that you may read. Choose what stands beside the form.`;
    throw new ProblemError('invalid', `${detail} The task stays open as it was.`, {
      errors: [{ pointer, detail }],
    });
  }
}

// What is said goal by goal says something of each open goal once, and of none that the component does not have. A goal
// that was met or stopped meanwhile may stay in it. The form asks for it, and so does every other way to the server.
import type { Goal } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { ancestorsOf } from '../../store/queries/components.ts';
import { findGoal, listGoalsOf } from '../../store/queries/goals.ts';
import type { Db } from '../../store/schema.ts';
import type { Form } from './form.ts';

type GoalByGoal = 'appraisal' | 'self-appraisal';

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

/** Who has no goals of their own is judged by those of their parts. */
async function isBelow(db: Db, goalId: string, componentId: string): Promise<boolean> {
  const goal = await findGoal(db, goalId);
  return goal !== null && (await ancestorsOf(db, goal.componentId)).some(({ id }) => id === componentId);
}

const unknown: Record<GoalByGoal, (name: string, id: string) => string> = {
  appraisal: (component, id) => `${component} has no goal ${id}. Rate the goals that it and its parts have.`,
  'self-appraisal': (component, id) =>
    `${component} has no goal ${id}. Say how it went of the goals that it and its parts have.`,
};

const twice: Record<GoalByGoal, string> = {
  appraisal: 'Each goal is rated once. Leave out the second rating.',
  'self-appraisal': 'Each goal is told of once. Leave out the second time.',
};

const leftOut: Record<GoalByGoal, (goal: Goal) => string> = {
  appraisal: ({ title }) =>
    `“${title}” is not rated. Give each open goal its results, its methods and the evidence.`,
  'self-appraisal': ({ title }) => `“${title}” is left out. Say of each open goal how it went.`,
};

/** @throws ProblemError invalid, with its place in the result. */
export async function requireEachGoal(
  { db, task }: Form,
  goals: readonly { goalId: string }[],
  form: GoalByGoal,
): Promise<void> {
  const known = await listGoalsOf(db, [task.componentId]);
  const said = new Set<string>();
  for (const [index, { goalId }] of goals.entries()) {
    const pointer = `/result/goals/${index}/goalId`;
    if (!known.some(({ id }) => id === goalId) && !(await isBelow(db, goalId, task.componentId)))
      throw refuse(pointer, unknown[form](task.componentName, goalId));
    if (said.has(goalId)) throw refuse(pointer, twice[form]);
    said.add(goalId);
  }
  const open = known.find(({ id, status }) => status === 'open' && !said.has(id));
  if (open) throw refuse('/result/goals', leftOut[form](open));
}

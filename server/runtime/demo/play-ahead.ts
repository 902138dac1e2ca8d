// Takes launched plans ahead by completing their tasks as the people who have them would, so that whoever
// looks around finds plans in every stage with a history. Plain commands; nothing is written past them.
import { isBuiltInForm, type Plan } from '../../../engine/index.ts';
import { type Actor, systemActor } from '../../access/actor.ts';
import { actorOf } from '../../access/actor-of.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { listGoalsOf } from '../../store/queries/goals.ts';
import { findPeople } from '../../store/queries/people.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import { listOpenOfPlan } from '../../store/queries/task-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import { dispatch } from '../plans/dispatch.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { likelyAnswers } from './likely-answers.ts';

/** Component → the stage at which its plan is left. */
export type PlayAhead = Record<string, string>;

/** More tasks than any sample cycle asks for on the way to one of its stages. */
const MOST_TASKS = 60;

async function workerOf(deps: Deps, task: TaskRow): Promise<Actor> {
  if (task.assigneeId === null) return systemActor;
  const [person] = await deps.store.read((db) => findPeople(db, [task.assigneeId ?? '']));
  return person ? deps.store.read((db) => actorOf(db, person)) : systemActor;
}

async function complete(deps: Deps, plan: Plan, task: TaskRow): Promise<void> {
  const form: unknown = JSON.parse(task.form);
  if (!isBuiltInForm(form))
    throw new Error(`The task ${task.key} has a form of its own; it cannot be played ahead.`);
  const goals = await deps.store.read((db) => listGoalsOf(db, [plan.componentId]));
  const { period, outcome } = plan;
  const about = { goalIds: goals.map((goal) => goal.id), since: period.start, outcome };
  await completeTask(deps, task.id, {
    result: likelyAnswers[form](about),
    actor: await workerOf(deps, task),
  });
}

/** Asks for the appraisal of a plan that only waits for its period to end. False: it does not take that. */
async function askForAppraisal(deps: Deps, plan: Plan): Promise<boolean> {
  try {
    const event = { id: `demo:${plan.revision}`, type: 'appraisal.requested', data: {} };
    await dispatch(deps, { planId: plan.id, event, actor: systemActor.id });
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

async function playOne(deps: Deps, componentId: string, until: string): Promise<void> {
  for (let done = 0; done < MOST_TASKS; done += 1) {
    const [stored] = await deps.store.read((db) => listActivePlansOf(db, componentId));
    if (!stored || stored.plan.stage.includes(until)) return;
    const [task] = await deps.store.read((db) => listOpenOfPlan(db, stored.plan.id));
    if (task) await complete(deps, stored.plan, task);
    else if (!(await askForAppraisal(deps, stored.plan))) return;
  }
}

export async function playAhead(deps: Deps, plays: PlayAhead): Promise<void> {
  for (const [componentId, until] of Object.entries(plays)) await playOne(deps, componentId, until);
}

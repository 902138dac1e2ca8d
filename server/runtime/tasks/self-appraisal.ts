// Nobody appraises themselves: who may have a task that judges a component, and who may complete it. Its owner
// has such a task only where the tree leaves nobody else, or where the cycle says owner.
import { type CycleTask, managerLevel } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { hasRated } from '../../store/queries/appraisals.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findOpenOfKey, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';

const appraisingForms = new Set<unknown>(['appraisal', 'calibration', 'reward', 'intervention']);

type Judging = Pick<TaskInContext, 'componentOwnerId' | 'form'>;

/** Directly, or through somebody who passes the task on. */
export const isAppraisalOf = ({ componentOwnerId, form }: Judging, personId: string): boolean =>
  componentOwnerId === personId && appraisingForms.has(JSON.parse(form));

/** A completion that is sent as an event is one of whoever sends it. @throws ProblemError not-allowed. */
export async function refuseSelfAppraisal(
  db: Db,
  { planId, event, actorId }: { planId: string; event: string; actorId: string },
): Promise<void> {
  const key = /^task\.(.+)\.completed$/.exec(event)?.[1];
  const task = key === undefined ? null : await findOpenOfKey(db, planId, key);
  if (!task) return;
  await refuseOwnRating(db, task, actorId);
  if (!isAppraisalOf(task, actorId)) return;
  throw new ProblemError(
    'not-allowed',
    `The task “${task.title}” appraises you; somebody else must complete it. Nothing was changed.`,
  );
}

/**
 * Who rated does not decide on the rating as well, in the session or in a dispute. Rule: CYC-07.
 * @throws ProblemError not-allowed.
 */
export async function refuseOwnRating(
  db: Db,
  { planId, form }: Pick<TaskInContext, 'planId' | 'form'>,
  actorId: string,
): Promise<void> {
  if (JSON.parse(form) !== 'calibration' || !(await hasRated(db, planId, actorId))) return;
  throw new ProblemError(
    'not-allowed',
    'You gave this rating; somebody else decides whether it stays. Nothing was changed.',
  );
}

export interface Wanted {
  componentId: string;
  /** Whom the task is for, such as manager or role:hr. */
  relation: string;
  form: CycleTask['form'];
}

/** Whom a relation means for a task, without the one whom the task judges. */
export async function othersFor(db: Db, { componentId, relation, form }: Wanted): Promise<string[]> {
  const people = await resolveAssignees(db, componentId, relation);
  if (!appraisingForms.has(form)) return people;
  const owner = (await findComponent(db, componentId))?.ownerId;
  return people.filter((person) => person !== owner);
}

/** Relations that mean the owner only where nobody stands above, or because the cycle's designer says so. */
const mayMeanOwner = (relation: string): boolean =>
  relation === 'owner' || relation === 'sponsor' || managerLevel(relation) > 0;

/** Whom a task is opened for. */
export const workersFor = (db: Db, wanted: Wanted): Promise<string[]> =>
  mayMeanOwner(wanted.relation)
    ? resolveAssignees(db, wanted.componentId, wanted.relation)
    : othersFor(db, wanted);

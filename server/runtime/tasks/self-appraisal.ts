// Nobody appraises themselves: who may have a task that judges a component, and who may complete it. Its owner
// has such a task only where the tree leaves nobody else, or where the cycle says owner.
import { type CycleTask, distinctPeople, lineOfManagers, managerLevel } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { hasRated } from '../../store/queries/appraisals.ts';
import { findComponent } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listWorked } from '../../store/queries/stand-ins.ts';
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
const mayMeanOwner = (relation: string): boolean => relation === 'owner' || relation === 'sponsor';

/** Who judged in the plan when asked as somebody else, and for a calibration whoever rated, also by an escalation. */
async function judgedElsewhere(db: Db, { planId, relation, form }: Working): Promise<Set<string>> {
  const isRating = (given: string) => form === 'calibration' && JSON.parse(given) === 'appraisal';
  const judgements = (await listWorked(db, planId)).filter(
    (one) => isRating(one.form) || (one.relation !== relation && appraisingForms.has(JSON.parse(one.form))),
  );
  return new Set(judgements.flatMap(({ completedBy }) => (completedBy === null ? [] : [completedBy])));
}

/**
 * A manager of some level, or the next one up who has not judged in the plan already: whoever rated and was promoted
 * since does not get the approval of their own rating.
 */
async function managerFor(db: Db, wanted: Working): Promise<string[]> {
  const { componentId, relation, form } = wanted;
  if (!appraisingForms.has(form)) return resolveAssignees(db, componentId, relation);
  const line = lineOfManagers(await lineageOf(db, componentId)).slice(managerLevel(relation) - 1);
  const barred = await judgedElsewhere(db, wanted);
  return distinctPeople([line.find((person) => !barred.has(person))]);
}

interface Working extends Wanted {
  planId: string;
}

/** Whom a task is opened for. */
export async function workersFor(db: Db, wanted: Working): Promise<string[]> {
  if (managerLevel(wanted.relation) > 0) return managerFor(db, wanted);
  return mayMeanOwner(wanted.relation)
    ? resolveAssignees(db, wanted.componentId, wanted.relation)
    : othersFor(db, wanted);
}

// What somebody took by a role is no longer theirs to complete once they have lost the role.
import { lineOfManagers } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { ProblemError } from '../../problem.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { findPerson } from '../../store/queries/people.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { claimedAs } from './claimable.ts';
import { roleName } from './role-name.ts';

/** Where nobody of a role may decide a manager has it, by no role. */
const isOfManager = async (db: Db, { componentId }: TaskInContext, personId: string): Promise<boolean> =>
  lineOfManagers(await lineageOf(db, componentId)).includes(personId);

/**
 * They are placed anew when a role is lost; this is for what was there before that was so.
 * @throws ProblemError not-allowed.
 */
export async function refuseLostRole(db: Db, task: TaskInContext, actor: Actor): Promise<void> {
  const { relation, assigneeId, delegatedBy, onBehalfOf, raterGroup } = task;
  const isByRole = relation.startsWith('role:') && delegatedBy === null && onBehalfOf === null;
  if (!isByRole || raterGroup !== null || assigneeId !== actor.id) return;
  if (scopeOf(actor, 'tasks.reassign') === 'all') return;
  const person = await findPerson(db, actor.id);
  if (!person || claimedAs(person).includes(relation) || (await isOfManager(db, task, actor.id))) return;
  const role = roleName(relation);
  throw new ProblemError(
    'not-allowed',
    `This task is for whoever has the role “${role}”, and you no longer have it. Nothing was changed.`,
  );
}

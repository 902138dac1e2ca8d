// A task for anybody of a role is nobody's until one of them takes it, and one for whom there is nobody until an
// administrator places it: who may, and whom it waits for until then.
import { roles as allRoles, type Role } from '../../../engine/index.ts';
import { type Actor, tokenActor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import type { TaskFilter, TaskInContext } from '../../store/queries/tasks.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { ableOf, hasOwnRating, isAppraisalOf, othersFor } from './self-appraisal.ts';

/** The relations by which a task waits for whoever of them takes it first. */
export const claimedAs = ({ roles }: Pick<Actor, 'roles'>): string[] => roles.map((role) => `role:${role}`);

const peopleByRole = (db: Db): Promise<{ role: Role; people: string[] }[]> =>
  Promise.all(allRoles.map(async (role) => ({ role, people: await listPeopleWithRole(db, role) })));

/**
 * What anybody of one's roles may take; an administrator also places what is for somebody whom there is not, or of a role
 * of whom nobody may.
 */
export async function offeredTo(db: Db, { roles }: Pick<Actor, 'roles'>): Promise<TaskFilter> {
  const nobodys = { unassigned: true, state: 'open' };
  const relations = claimedAs({ roles });
  if (!roles.includes('admin')) return { ...nobodys, relations };
  const others = (await peopleByRole(db)).filter(({ role }) => !roles.includes(role));
  const rolesUsedUp = others.map(({ role, people }) => ({ relation: `role:${role}`, people }));
  return { ...nobodys, relations, besideRoles: true, rolesUsedUp };
}

const isOfOne = (roles: readonly Role[], relation: string): boolean =>
  roles.some((role) => relation === `role:${role}`);

type Nobodys = Pick<
  TaskInContext,
  'planId' | 'componentId' | 'relation' | 'purpose' | 'assigneeId' | 'onBehalfOf' | 'state'
>;

/** Whether it is for somebody whom there is not, or of a role of whom nobody may have it. */
export async function isUnplaced(db: Db, task: Nobodys, roles: readonly Role[]): Promise<boolean> {
  const { state, assigneeId, onBehalfOf, relation, purpose: work } = task;
  if (state !== 'open' || assigneeId !== null || onBehalfOf !== null) return false;
  if (!relation.startsWith('role:')) return true;
  if (isOfOne(roles, relation)) return false;
  return (await ableOf(db, { ...task, work })).length === 0;
}

/** Of the tasks that nobody has, those that the person may take: not about themselves, nor about a rating of their own. */
export async function claimableBy(
  db: Db,
  tasks: readonly TaskInContext[],
  { id, roles }: Pick<Actor, 'id' | 'roles'>,
): Promise<TaskInContext[]> {
  const claimable: TaskInContext[] = [];
  for (const task of tasks) {
    // Where somebody is away it is given to a person by name.
    if (task.onBehalfOf !== null || isAppraisalOf(task, id)) continue;
    const isOffered = isOfOne(roles, task.relation) || (await isUnplaced(db, task, roles));
    if (isOffered && !(await hasOwnRating(db, task, id))) claimable.push(task);
  }
  return claimable;
}

/** Whoever of the role comes first, or who may give tasks to anybody. */
export async function mayClaim(db: Db, task: TaskInContext, actor: Actor): Promise<boolean> {
  if (task.state !== 'open' || task.assigneeId !== null || actor.id === tokenActor.id) return false;
  const isAsked = claimedAs(actor).includes(task.relation) || scopeOf(actor, 'tasks.reassign') === 'all';
  return isAsked && !isAppraisalOf(task, actor.id) && !(await hasOwnRating(db, task, actor.id));
}

type Waiting = Pick<TaskRow, 'planId' | 'componentId' | 'relation' | 'purpose' | 'assigneeId' | 'onBehalfOf'>;

/** Whoever has the task, or all who may take it; where it is for somebody whom there is not, the administrators. */
export async function waitedFor(db: Db, task: Waiting): Promise<string[]> {
  if (task.assigneeId !== null) return [task.assigneeId];
  if (task.onBehalfOf !== null) return [];
  const able = async (relation: string) => {
    const people = await othersFor(db, { ...task, relation, work: task.purpose });
    const barred = await Promise.all(people.map((person) => hasOwnRating(db, task, person)));
    return people.filter((_, place) => !barred[place]);
  };
  const ofRole = task.relation.startsWith('role:') ? await able(task.relation) : [];
  return ofRole.length > 0 ? ofRole : able('role:admin');
}

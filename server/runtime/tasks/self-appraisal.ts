// Nobody decides about themselves: who may have a task that judges a component or agrees with it, and who may complete
// it. Where the tree leaves nobody else, nobody has it until an administrator gives it to somebody.
import {
  distinctPeople,
  hasTwoSides,
  holderOf,
  isDecision,
  isForOthers,
  isJudgedTwice,
  isOwnRating,
  isPersonal,
  lineOfManagers,
  managerLevel,
  taskKinds,
  type Work,
  type WorkInPlan,
} from '../../../engine/index.ts';
import { tokenActor } from '../../access/actor.ts';
import { ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listWorked, type Worked } from '../../store/queries/stand-ins.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { ratedBefore } from './rated-before.ts';

/** Of raters, what each says; of everybody else, also written words may come from who took the task over. */
export const isOwnWord = ({ purpose, relation, raterGroup }: Wording): boolean =>
  isPersonal(purpose, relation) && (purpose !== 'feedback' || raterGroup !== null);

/** Whoever has it sees to it that somebody is named, or that the plan ends. */
export const isWordOfGone = (task: Wording & Pick<TaskInContext, 'onBehalfOf'>): boolean =>
  isOwnWord(task) && task.onBehalfOf !== null;

type Wording = Pick<TaskInContext, 'purpose' | 'relation' | 'raterGroup'>;
type Judging = Pick<TaskInContext, 'componentOwnerId' | 'purpose' | 'relation'>;

/** Directly, or through somebody who passes the task on. */
export const isAppraisalOf = ({ componentOwnerId, purpose, relation }: Judging, personId: string): boolean =>
  componentOwnerId === personId && isForOthers(purpose, relation);

/**
 * Also who may work everything gives nobody else's word. A program acts for whoever runs the server.
 * @throws ProblemError not-allowed.
 */
export function refuseOthersWord(task: TaskInContext, actorId: string): void {
  const { assigneeId, assigneeName, completedBy } = task;
  if (assigneeId === null || !isOwnWord(task)) return;
  if (isWordOfGone(task) && completedBy !== actorId && actorId !== tokenActor.id)
    throw new ProblemError(
      'not-allowed',
      `Nobody gives the word of somebody who has left. HR or an administrator names who speaks for them, or who answers for ${task.componentName} now, or cancels the plan. Nothing was changed.`,
    );
  if ([assigneeId, completedBy, tokenActor.id].includes(actorId)) return;
  const detail = `This task asks for ${assigneeName ?? assigneeId}’s own word, which nobody gives for them. Nothing was changed.`;
  throw new ProblemError('not-allowed', detail);
}

/** Under which relation it was asked first: an overdue task may be asked of somebody else in addition. */
function askedAs(one: Worked, all: readonly Worked[]): WorkInPlan {
  const relation = all.find(({ id }) => id === one.standsFor)?.relation ?? one.relation;
  return { work: one.purpose, relation };
}

/** What the person has done in the plan. */
async function doneBy(db: Db, planId: string, personId: string): Promise<WorkInPlan[]> {
  const worked = await listWorked(db, planId);
  return worked.filter(({ completedBy }) => completedBy === personId).map((one) => askedAs(one, worked));
}

type Approving = Pick<TaskInContext, 'planId' | 'purpose' | 'relation'>;

/** Whether the person would decide in the task on a rating of their own. */
export async function hasOwnRating(db: Db, task: Approving, personId: string): Promise<boolean> {
  const wanted = { work: task.purpose, relation: task.relation };
  return (await doneBy(db, task.planId, personId)).some((done) => isOwnRating(done, wanted));
}

/**
 * Who rated does not decide on the rating as well, in the session, in its approval or in a dispute. Rule: CYC-07.
 * @throws ProblemError not-allowed.
 */
export async function refuseOwnRating(db: Db, task: Approving, actorId: string): Promise<void> {
  if (!(await hasOwnRating(db, task, actorId))) return;
  throw new ProblemError(
    'not-allowed',
    'You gave this rating or calibrated it; somebody else decides whether it stays. Nothing was changed.',
  );
}

export const isDecisionTask = ({ purpose }: { purpose: Worked['purpose'] }): boolean =>
  isDecision(taskKinds.find((kind) => kind === purpose) ?? 'own-form');

type Held = Pick<Worked, 'assigneeId' | 'onBehalfOf'>;

/**
 * Who decides in a plan in somebody's place gives no decision of another person there, before or after.
 * @throws ProblemError not-allowed.
 */
export async function refuseDecidingForTwo(db: Db, task: TaskInContext, actorId: string): Promise<void> {
  if (!isDecisionTask(task)) return;
  const holderOf = ({ onBehalfOf, assigneeId }: Held) => onBehalfOf ?? assigneeId;
  const isLent = (one: Held) => one.onBehalfOf !== null && one.assigneeId === actorId;
  const given = (await listWorked(db, task.planId)).filter(
    (one) => one.id !== task.id && one.completedBy === actorId && isDecisionTask(one),
  );
  if (!given.some((one) => holderOf(one) !== holderOf(task) && (isLent(one) || isLent(task)))) return;
  throw new ProblemError(
    'not-allowed',
    'You decided in this plan in the place of somebody else; another person gives this decision. Nothing was changed.',
  );
}

export interface Wanted {
  planId: string;
  componentId: string;
  /** Whom the task is for, such as manager or role:hr. */
  relation: string;
  work: Work;
  /** Where it is asked, when that is known. */
  stage?: string;
}

/** Who signs for a post that nobody holds, when the work is the other side's. */
export async function holderBesides(
  db: Db,
  { componentId, relation, work }: Pick<Wanted, 'componentId' | 'relation' | 'work'>,
): Promise<string | null> {
  if (!hasTwoSides(work) || managerLevel(relation) === 0) return null;
  const lineage = await lineageOf(db, componentId);
  return lineage[0]?.ownerId === null ? holderOf(lineage) : null;
}

/** Whoever answers for the component, and who has judged in the plan when asked as somebody else. */
async function barredFrom(db: Db, { planId, componentId, ...wanted }: Wanted): Promise<Set<string | null>> {
  const owner =
    (await findComponent(db, componentId))?.ownerId ?? (await holderBesides(db, { componentId, ...wanted }));
  const worked = await listWorked(db, planId);
  const elsewhere = worked.filter((one) => {
    const done = askedAs(one, worked);
    return one.completedBy !== null && (isOwnRating(done, wanted) || isJudgedTwice(done, wanted));
  });
  return new Set([owner, ...elsewhere.map(({ completedBy }) => completedBy)]);
}

/** The nearest of the managers from the level on who may decide; where the next one up signs for the post, else HR. */
async function managerFor(db: Db, wanted: Wanted, level: number): Promise<string[]> {
  const { componentId } = wanted;
  const line = lineOfManagers(await lineageOf(db, componentId)).slice(level - 1);
  const barred = await barredFrom(db, wanted);
  const isSigned = (await holderBesides(db, wanted)) !== null;
  const others = isSigned ? await resolveAssignees(db, componentId, 'role:hr') : [];
  return distinctPeople([[...line, ...others].find((person) => !barred.has(person))]);
}

/** Whom a relation means for a task, without the one about whom it decides. */
export async function othersFor(db: Db, wanted: Wanted): Promise<string[]> {
  const { componentId, relation, work } = wanted;
  const people = await resolveAssignees(db, componentId, relation);
  if (!isForOthers(work, relation)) return people;
  const owner = (await findComponent(db, componentId))?.ownerId;
  const others = people.filter((person) => person !== owner);
  return others.length === 0 && relation === 'sponsor' ? managerFor(db, wanted, 1) : others;
}

/** Who has or gave a decision in the plan in another place: nobody approves what they decided. */
async function decidingElsewhere(db: Db, { planId, relation }: Wanted): Promise<Set<string | null>> {
  const others = (await listWorked(db, planId)).filter(
    (one) => one.relation !== relation && isDecisionTask(one),
  );
  return new Set(others.map((one) => one.completedBy ?? one.assigneeId));
}

/** Of a role, those who may work it: nobody about themselves, nor about what they decided before. */
export async function ableOf(db: Db, wanted: Wanted): Promise<string[]> {
  const people = await resolveAssignees(db, wanted.componentId, wanted.relation);
  if (!isForOthers(wanted.work, wanted.relation) || people.length === 0) return people;
  const barred = await barredFrom(db, wanted);
  return people.filter((person) => !barred.has(person));
}

/** Of a role, those who may decide; where it is about all of them, or all decided before, a manager who did not. */
async function roleFor(db: Db, wanted: Wanted): Promise<string[]> {
  const people = await resolveAssignees(db, wanted.componentId, wanted.relation);
  if (!isForOthers(wanted.work, wanted.relation) || people.length === 0) return people;
  const able = await ableOf(db, wanted);
  if (able.length > 0) return able;
  const barred = await barredFrom(db, wanted);
  const elsewhere = await decidingElsewhere(db, wanted);
  const line = lineOfManagers(await lineageOf(db, wanted.componentId));
  return distinctPeople([line.find((person) => !barred.has(person) && !elsewhere.has(person))]);
}

/** Whoever answers for the component, or whom the rating was about that is to be signed. */
async function ownerFor(db: Db, wanted: Wanted): Promise<string[]> {
  const people = await othersFor(db, wanted);
  const { stage } = wanted;
  const before = stage === undefined ? null : await ratedBefore(db, { ...wanted, stage }, people[0] ?? null);
  return before === null ? people : [before];
}

/**
 * Whom a task is opened for. A decision goes to the manager of the level, or the next one up who may: whoever rated and
 * was promoted since does not get the approval of their own rating.
 */
export async function workersFor(db: Db, wanted: Wanted): Promise<string[]> {
  const { relation, work } = wanted;
  if (relation.startsWith('role:')) return roleFor(db, wanted);
  if (relation === 'owner') return ownerFor(db, wanted);
  const level = managerLevel(relation);
  return level > 0 && isForOthers(work, relation) ? managerFor(db, wanted, level) : othersFor(db, wanted);
}

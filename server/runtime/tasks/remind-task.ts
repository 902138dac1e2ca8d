// What happens when a task's reminder or escalation is due: whoever still has it is told, or somebody above
// is asked in addition. A task that is no longer open reminds nobody.
import { localDateOf } from '../../../engine/index.ts';
import { seededIds } from '../../seeded-ids.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { findComponent } from '../../store/queries/components.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { insertTask, listOpenOf } from '../../store/queries/task-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { taskZone } from '../absences/home.ts';
import { type Placing, placeTask } from '../absences/place-task.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { waitedFor } from './claimable.ts';
import { hasOwnRating, isAppraisalOf, isOwnWord, othersFor } from './self-appraisal.ts';
import { isUnnamed } from './unnamed.ts';

const escalationId = seededIds('4f1f6f0a-0f0e-5b35-8a52-0d6c1e1a7d43');

export interface TaskStay {
  planId: string;
  key: string;
  activation: number;
}
export interface Due extends TaskStay {
  at: string;
  /** Unique to the reminder or escalation, such as the id of its timer. */
  idSeed: string;
}

/** In the days of whom it is said to. */
export async function sayDue(
  db: Db,
  { dueAt, componentId }: Pick<TaskRow, 'dueAt' | 'componentId'>,
  personId: string,
): Promise<string> {
  if (dueAt === null) return '';
  const day = localDateOf(dueAt, await taskZone(db, personId, componentId));
  return ` It is due on ${day}.`;
}

async function nameOf(db: Db, componentId: string): Promise<string> {
  return (await findComponent(db, componentId))?.name ?? componentId;
}

export async function remindTask(db: Db, { at, idSeed, ...stay }: Due): Promise<void> {
  const open = await listOpenOf(db, stay);
  const [first] = open;
  if (!first) return;
  const { planId, componentId } = first;
  const name = await nameOf(db, componentId);
  for (const task of open)
    for (const person of await waitedFor(db, task)) {
      const message = `“${task.title}” for ${name} waits for you.${await sayDue(db, task, person)}`;
      await notifyPersons(db, [person], { planId, componentId, message, at, idSeed });
    }
}

/** One more task in the place of an overdue one, for somebody who has none of its kind yet. */
async function openInAddition(
  db: Db,
  overdue: TaskRow,
  given: Placing & { for: string; relation: string; at: string },
) {
  const { assigneeId, onBehalfOf, relation } = given;
  const id = escalationId(`${overdue.id}:${relation}:${given.for}`);
  await insertTask(db, {
    ...overdue,
    id,
    relation,
    assigneeId,
    onBehalfOf,
    standsFor: overdue.standsFor ?? overdue.id,
    delegatedBy: null,
    openedAt: given.at,
  });
  await appendFeed(db, {
    at: given.at,
    type: 'task.opened',
    planId: overdue.planId,
    componentId: overdue.componentId,
    personId: assigneeId,
    data: { taskId: id, key: overdue.key },
  });
}

/** Without those whom it decides about, whatever the relation, and those who would decide on a rating of their own. */
async function mayBeAsked(db: Db, overdue: TaskRow, relation: string): Promise<string[]> {
  const { planId, componentId, purpose } = overdue;
  const people = await othersFor(db, { planId, componentId, relation, work: purpose });
  const may = await Promise.all(
    people.map(async (person) => {
      const componentOwnerId = (await findComponent(db, componentId))?.ownerId ?? null;
      if (isAppraisalOf({ ...overdue, componentOwnerId }, person)) return false;
      return !(await hasOwnRating(db, overdue, person));
    }),
  );
  return people.filter((_, index) => may[index]);
}

/** Where there is nobody above, administrators hear of it: else nobody would. */
async function tellNobodyAbove(db: Db, overdue: TaskRow, { at, idSeed }: Pick<Due, 'at' | 'idSeed'>) {
  const { planId, componentId, title } = overdue;
  const message = `“${title}” for ${await nameOf(db, componentId)} is overdue, and there is nobody who could be asked about it besides. Talk to who has it, or name who answers there.`;
  const about = { planId, componentId, message, at, idSeed: `${idSeed}:nobody` };
  await notifyPersons(db, await listPeopleWithRole(db, 'admin'), about);
}

/** Nobody else can give the word that is missing: whoever owes it is reminded, and `to` hears that it is late. */
async function tellOverdue(
  db: Db,
  open: readonly TaskRow[],
  { to, ...due }: Due & { to: string },
): Promise<void> {
  await remindTask(db, due);
  const [first] = open;
  if (!first) return;
  const { planId, componentId } = first;
  const owing = new Set(open.map(({ assigneeId }) => assigneeId));
  const meant = await resolveAssignees(db, componentId, to);
  if (meant.length === 0) return tellNobodyAbove(db, first, due);
  const others = meant.filter((person) => !owing.has(person));
  const message = `“${first.title}” for ${await nameOf(db, componentId)} is overdue. Only who was asked can do it; talk to them.`;
  await notifyPersons(db, others, { planId, componentId, message, at: due.at, idSeed: `${due.idSeed}:late` });
}

/**
 * `to` is a relation. Each overdue task is also given to everybody it means who has none of them yet. An answer that was
 * promised to be without a name is not: whoever was asked in a rater's place would know who is late, and would answer in
 * a group that is not theirs. Those raters are reminded themselves.
 */
export async function escalateTask(db: Db, { to, at, idSeed, ...stay }: Due & { to: string }): Promise<void> {
  const open = await listOpenOf(db, stay);
  const [first] = open;
  if (!first) return;
  if (isUnnamed(first)) return remindTask(db, { at, idSeed, ...stay });
  if (isOwnWord(first)) return tellOverdue(db, open, { to, at, idSeed, ...stay });
  const asked = new Set(open.flatMap((task) => [task.assigneeId, task.onBehalfOf]));
  const askable = await mayBeAsked(db, first, to);
  const meant = askable.filter((person) => !asked.has(person));
  const people = new Set<string>();
  for (const overdue of open.filter((task) => task.standsFor === null)) {
    for (const person of meant) {
      // Where nobody is left to stand in there is nobody to ask in addition.
      const task = { ...overdue, id: '', relation: to };
      const placing = await placeTask(db, { task, personId: person });
      if (placing.assigneeId === null) continue;
      people.add(placing.assigneeId);
      await openInAddition(db, overdue, { ...placing, for: person, relation: to, at });
    }
  }
  if (people.size === 0 && meant.length === askable.length) return tellNobodyAbove(db, first, { at, idSeed });
  const message = `“${first.title}” for ${await nameOf(db, first.componentId)} is overdue and now asked of you too.`;
  const { planId, componentId } = first;
  await notifyPersons(db, [...people], { planId, componentId, message, at, idSeed });
}

// Somebody was named instead of a rater, or nobody is. Who is proposed by whom it is about is agreed by their manager; then
// they are asked in the same seat. What fewer raters mean for what will be shown is said in words.
import type { JsonObject } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { listRatersSince, readTaskRow, updateChange } from '../../store/queries/rater-changes.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { insertTask } from '../../store/queries/task-rows.ts';
import { findAnyTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { RaterChangeRow } from '../../store/schema/ratings.ts';
import type { Db } from '../../store/schema.ts';
import { placeTask } from '../absences/place-task.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { seatOf } from '../tasks/completion.ts';
import { dueInstead } from './due-instead.ts';
import { openAsk } from './open-ask.ts';
import { roundOf, wordsOfFewer } from './round-of.ts';

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

interface Answering {
  deps: Pick<Deps, 'calendars' | 'cycles'>;
  task: TaskInContext;
  change: RaterChangeRow;
  rater: TaskInContext;
  actor: Actor;
  at: string;
}

/** The same sentence for who is asked, who has answered and who declined: it tells nobody apart. */
async function requireFree(db: Db, { rater }: Answering, id: string): Promise<void> {
  if (!(await personExists(db, id)))
    throw refuse('/result/person', `There is no person ${id}. Choose somebody who is there.`);
  if (id === rater.componentOwnerId)
    throw refuse('/result/person', 'Nobody is asked about themselves: the self-view has its own task.');
  const [manager] = await resolveAssignees(db, rater.componentId, 'manager');
  if (id === manager) throw refuse('/result/person', 'The manager is asked anyway: name others.');
  const raters = await listRatersSince(db, rater.planId, (await roundOf(db, rater)).since);
  if (raters.some(({ personId }) => personId === id))
    throw refuse('/result/person', 'This person was asked already in this round: name somebody else.');
}

/** In the seat of the one who is not asked any more, under the same promise. */
async function askInstead(db: Db, { deps, rater, at }: Answering, personId: string): Promise<void> {
  const { planId, componentId } = rater;
  const row = await readTaskRow(db, rater.id);
  const id = `${rater.id}-instead`;
  const relation = 'nominated';
  const placing = await placeTask(db, { task: { ...row, id, relation }, personId });
  const dueAt = await dueInstead(deps, db, { task: row, at });
  await insertTask(db, {
    ...{ ...row, ...placing, id, relation, standsFor: seatOf(row), delegatedBy: null, state: 'open' },
    ...{ openedAt: at, dueAt, completedAt: null, completedBy: null, result: null },
  });
  const line = { at, type: 'task.opened', planId, componentId, personId: placing.assigneeId };
  await appendFeed(db, { ...line, data: { taskId: id, key: rater.key } });
}

/** What it means for what will be shown, to those who named the raters. */
async function tellOfNobody(db: Db, { rater, at }: Answering): Promise<void> {
  const { planId, componentId } = rater;
  const words = wordsOfFewer(await roundOf(db, rater));
  const message = `One of those who were to be asked about ${rater.componentName} is not asked after all, and nobody instead. ${words}`;
  for (const relation of ['owner', 'manager']) {
    const people = await resolveAssignees(db, componentId, relation);
    await notifyPersons(db, people, { planId, componentId, message, at, idSeed: `${rater.id}:nobody` });
  }
}

async function agree(db: Db, answering: Answering, given: Given): Promise<boolean> {
  const { change, actor, at } = answering;
  const settled = { askId: null, settledAt: at, settledBy: actor.id };
  if (given.kind === 'nobody') {
    await updateChange(db, change.taskId, { ...settled, state: 'nobody', namedId: null, note: given.note });
    await tellOfNobody(db, answering);
    return true;
  }
  await updateChange(db, change.taskId, {
    ...settled,
    state: 'replaced',
    namedId: given.personId,
    note: null,
  });
  await askInstead(db, answering, given.personId);
  return false;
}

type Given = { kind: 'person'; personId: string } | { kind: 'nobody'; note: string };

function givenIn({ person, nobody }: JsonObject): Given {
  if (typeof person === 'string' && nobody === undefined) return { kind: 'person', personId: person };
  if (typeof nobody === 'string' && person === undefined) return { kind: 'nobody', note: nobody };
  throw refuse('/result', 'Name one person, or say why there is nobody.');
}

/** Whether a seat stays empty, so that the plan may go on without it. */
export async function answerAsk(
  deps: Deps,
  db: Db,
  { task, change, result, actor }: Pick<Answering, 'task' | 'change' | 'actor'> & { result: JsonObject },
): Promise<TaskInContext | null> {
  const rater = await findAnyTask(db, change.taskId);
  if (!rater) throw new Error(`The task ${change.taskId} of a rater is not there.`);
  const given = givenIn(result);
  const at = deps.clock.now();
  const answering = { deps, task, change, rater, actor, at };
  if (given.kind === 'person') await requireFree(db, answering, given.personId);
  if (change.state === 'agreeing') return (await agree(db, answering, given)) ? rater : null;
  const askId = await openAsk(deps, db, { task: rater, step: 'agreeing', at });
  const named = given.kind === 'person' ? { namedId: given.personId } : { note: given.note };
  await updateChange(db, change.taskId, { ...named, state: 'agreeing', askId });
  return null;
}

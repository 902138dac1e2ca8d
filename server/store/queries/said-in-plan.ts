// Where words that were given in a plan are stored: tasks, what was asked again, the answers of raters, and the history.
import type { Purpose } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { linesOfPlans } from './history-lines.ts';

/** What somebody judged under their name is no raw answer, nor is how somebody sees themselves. */
const judged: Purpose[] = ['appraisal', 'calibration', 'appeal', 'release', 'self-appraisal'];

const tasksIn = (db: Db, planId: string) =>
  db.selectFrom('tasks').select(['id', 'key', 'result']).where('planId', '=', planId);

export interface SaidTask {
  id: string;
  key: string;
  result: string | null;
}

export const listRaterTasks = (db: Db, planId: string): Promise<SaidTask[]> =>
  tasksIn(db, planId)
    .where('raterGroup', 'is not', null)
    .where((e) => e.or([e('purpose', 'is', null), e('purpose', 'not in', judged)]))
    .execute();

export const listCalibrationTasks = (db: Db, planId: string): Promise<SaidTask[]> =>
  tasksIn(db, planId).where('purpose', '=', 'calibration').execute();

export async function setResult(db: Db, taskId: string, result: string | null): Promise<void> {
  await db.updateTable('tasks').set({ result }).where('id', '=', taskId).execute();
}

/** What had been given before a task was opened again. */
export const listEarlierResults = (db: Db, taskIds: readonly string[]) =>
  db
    .selectFrom('taskReopenings')
    .select(['id', 'result'])
    .where(among('taskId', taskIds))
    .where('result', 'is not', null)
    .execute();

export async function setEarlierResult(db: Db, id: string, result: string | null): Promise<void> {
  await db.updateTable('taskReopenings').set({ result }).where('id', '=', id).execute();
}

export const listRaterWords = (db: Db, planId: string) =>
  db
    .selectFrom('feedback')
    .select(['id', 'authorId', 'text'])
    .where('planId', '=', planId)
    .where('raterGroup', 'is not', null)
    .orderBy('id')
    .execute();

/** The group and the level stay, to be counted; who said it goes with what they said. */
export async function blankRaterWords(db: Db, id: string, authorId: string): Promise<void> {
  await db
    .updateTable('feedback')
    .set({ text: '', authorId, anonymity: 'anonymous' })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('feedbackReplies').where('feedbackId', '=', id).execute();
}

export async function deletePlanDrafts(db: Db, planId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('taskDrafts')
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export const listSaidLines = (db: Db, planId: string) =>
  linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .select(['history.seq', 'eventType', 'event', 'asked', 'effects'])
    .execute();

export async function setSaidLine(
  db: Db,
  seq: number,
  line: { event: string; asked: string; effects: string },
): Promise<void> {
  await db.updateTable('history').set(line).where('seq', '=', seq).execute();
}

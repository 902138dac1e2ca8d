// Raters who are not asked after all, by the task in which they were asked.
import { prepare } from '../prepared.ts';
import type { RaterChangeRow } from '../schema/ratings.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export async function insertChange(db: Db, row: RaterChangeRow): Promise<void> {
  await db.insertInto('raterChanges').values(row).execute();
}

export const updateChange = async (
  db: Db,
  taskId: string,
  patch: Partial<Omit<RaterChangeRow, 'taskId' | 'planId'>>,
): Promise<void> => {
  await db.updateTable('raterChanges').set(patch).where('taskId', '=', taskId).execute();
};

/** The one that waits for what is said in the task. */
export const findChangeByAsk = async (db: Db, askId: string): Promise<RaterChangeRow | null> =>
  (await db.selectFrom('raterChanges').selectAll().where('askId', '=', askId).executeTakeFirst()) ?? null;

export interface ChangeInContext extends RaterChangeRow {
  raterGroup: string | null;
  anonymity: string | null;
  personName: string | null;
  namedName: string | null;
}

/** Oldest first. */
export const listChanges = (db: Db, planId: string): Promise<ChangeInContext[]> =>
  db
    .selectFrom('raterChanges as change')
    .innerJoin('tasks as t', 't.id', 'change.taskId')
    .leftJoin('people as p', 'p.id', 'change.personId')
    .leftJoin('people as n', 'n.id', 'change.namedId')
    .selectAll('change')
    .select(['t.raterGroup', 't.anonymity', 'p.name as personName', 'n.name as namedName'])
    .where('change.planId', '=', planId)
    .orderBy('change.at')
    .orderBy('change.taskId')
    .execute();

interface Stay {
  planId: string;
  key: string;
  activation: number;
}

const endQuery = prepare<Stay, unknown>((db, given) =>
  db
    .updateTable('raterChanges')
    .set({ state: 'over' })
    .where('planId', '=', given.planId)
    .where('state', 'in', ['naming', 'agreeing'])
    .where('taskId', 'in', (e) =>
      e
        .selectFrom('tasks')
        .select('id')
        .where('planId', '=', given.planId)
        .where('key', '=', given.key)
        .where('activation', '=', given.activation),
    ),
);

/** The plan has gone on: nobody is looked for any more. */
export async function endChangesOf(db: Db, stay: Stay): Promise<void> {
  await endQuery(db, stay);
}

export interface RaterOfRound {
  personId: string;
  raterGroup: string;
  /** open, completed, or closed: of whom nothing is expected. */
  state: string;
}

/** Everybody who was asked as a rater in the plan since the instant. */
export async function listRatersSince(db: Db, planId: string, since: string): Promise<RaterOfRound[]> {
  const rows = await db
    .selectFrom('tasks')
    .select(['assigneeId', 'onBehalfOf', 'completedBy', 'raterGroup', 'state'])
    .where('planId', '=', planId)
    .where('openedAt', '>=', since)
    .where('raterGroup', 'in', ['peer', 'report', 'customer', 'skip'])
    .execute();
  return rows.flatMap(({ assigneeId, onBehalfOf, completedBy, raterGroup, state }) => {
    const personId = completedBy ?? onBehalfOf ?? assigneeId;
    return personId === null || raterGroup === null ? [] : [{ personId, raterGroup, state }];
  });
}

/** Whom the names of raters were asked of, in the order in which they gave them. */
export async function listNominators(db: Db, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('relation')
    .where('planId', '=', planId)
    .where('form', '=', JSON.stringify('nomination'))
    .orderBy('openedAt')
    .execute();
  return [...new Set(rows.map(({ relation }) => relation))];
}

/** When the seat was opened; whoever is asked instead is asked later. */
export async function seatOpenedAt(db: Db, taskId: string): Promise<string> {
  const row = await db.selectFrom('tasks').select('openedAt').where('id', '=', taskId).executeTakeFirst();
  return row?.openedAt ?? '';
}

/** Open tasks in which the person is asked for their view of somebody. */
export const listOpenRaterTasksOf = (db: Db, personId: string): Promise<TaskRow[]> =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('state', '=', 'open')
    .where('raterGroup', 'is not', null)
    .where((e) => e.or([e('assigneeId', '=', personId), e('onBehalfOf', '=', personId)]))
    .orderBy('id')
    .execute();

/** As it is stored, without what its readers want to know beside it. */
export const readTaskRow = (db: Db, id: string): Promise<TaskRow> =>
  db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

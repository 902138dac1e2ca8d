// What raters answered in a plan, whether anybody may still answer, and who has read it.
import type { Purpose } from '../../../engine/index.ts';
import type { AnswerOpeningRow, FeedbackRow } from '../schema/exchange.ts';
import type { Db } from '../schema.ts';

export type Answer = Pick<
  FeedbackRow,
  'authorId' | 'at' | 'text' | 'anonymity' | 'raterGroup' | 'threshold' | 'round' | 'level'
> & {
  authorName: string | null;
};

/** By round. */
export async function listAnswers(db: Db, planId: string): Promise<Answer[]> {
  return db
    .selectFrom('feedback as f')
    .leftJoin('people as author', 'author.id', 'f.authorId')
    .select([
      'f.authorId',
      'f.at',
      'f.text',
      'f.anonymity',
      'f.raterGroup',
      'f.threshold',
      'f.round',
      'f.level',
    ])
    .select('author.name as authorName')
    .where('f.planId', '=', planId)
    .where('f.raterGroup', 'is not', null)
    .orderBy('f.round')
    .orderBy('f.text')
    .execute();
}

/** What is shown while others still answer would tell from the difference who came last. */
export async function isStillAsking(db: Db, planId: string): Promise<boolean> {
  const open = await db
    .selectFrom('tasks')
    .select('id')
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .where('raterGroup', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

/** When whom they are about first read the answers, by round. */
export async function openingsOf(db: Db, planId: string): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('answerOpenings')
    .select(['round', 'at'])
    .where('planId', '=', planId)
    .execute();
  return new Map(rows.map(({ round, at }) => [round, at]));
}

/** Whether it was the first: two may come at once. */
export async function insertOpening(db: Db, row: AnswerOpeningRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answerOpenings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['planId', 'round']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows > 0n;
}

const judging: Purpose[] = ['appraisal', 'calibration', 'appeal'];

/** Whether the person has, or had, to judge in the plan, for which they weigh what raters said. */
export async function judgesInPlan(db: Db, planId: string, personId: string): Promise<boolean> {
  const task = await db
    .selectFrom('tasks')
    .select('id')
    .where('planId', '=', planId)
    .where('purpose', 'in', judging)
    .where((e) => e.or([e('assigneeId', '=', personId), e('completedBy', '=', personId)]))
    .limit(1)
    .executeTakeFirst();
  return task !== undefined;
}

/** Under which promise the plan was launched. */
export async function anonymityOf(db: Db, planId: string): Promise<string> {
  const row = await db
    .selectFrom('plans as p')
    .innerJoin('launches as l', 'l.id', 'p.launchId')
    .select('l.anonymity')
    .where('p.id', '=', planId)
    .executeTakeFirst();
  return row?.anonymity ?? 'anonymous';
}

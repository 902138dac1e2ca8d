// What raters answered in a plan, and whether anybody may still answer.
import type { Db, FeedbackRow } from '../schema.ts';

export type Answer = Pick<
  FeedbackRow,
  'authorId' | 'text' | 'anonymity' | 'raterGroup' | 'threshold' | 'round' | 'level'
> & {
  authorName: string | null;
};

/** By round. */
export async function listAnswers(db: Db, planId: string): Promise<Answer[]> {
  return db
    .selectFrom('feedback as f')
    .leftJoin('people as author', 'author.id', 'f.authorId')
    .select(['f.authorId', 'f.text', 'f.anonymity', 'f.raterGroup', 'f.threshold', 'f.round', 'f.level'])
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

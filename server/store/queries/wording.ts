// How people write: what advice they passed over, what they wrote before, and what they put before HR.
import type { JsonObject } from '../../../engine/index.ts';
import type { WordingReferralRow, WrittenTextRow } from '../schema/wording.ts';
import type { Db } from '../schema.ts';

export async function insertWrittenText(db: Db, row: WrittenTextRow): Promise<void> {
  await db.insertInto('writtenTexts').values(row).execute();
}

export const listWrittenTexts = (db: Db, launchId: string | null): Promise<WrittenTextRow[]> =>
  db
    .selectFrom('writtenTexts')
    .selectAll()
    .$if(launchId !== null, (query) => query.where('launchId', '=', launchId))
    .execute();

export async function insertReferral(db: Db, row: WordingReferralRow): Promise<void> {
  await db.insertInto('wordingReferrals').values(row).execute();
}

const MOST = 200;

/** Newest first, without those about the reader or what they answer for. */
export const listReferrals = (db: Db, readerId: string) =>
  db
    .selectFrom('wordingReferrals as r')
    .leftJoin('people as author', 'author.id', 'r.authorId')
    .leftJoin('people as person', 'person.id', 'r.personId')
    .leftJoin('components as c', 'c.id', 'r.componentId')
    .selectAll('r')
    .select(['author.name as authorName', 'person.name as personName', 'c.name as componentName'])
    .where((e) => e.or([e('r.personId', 'is', null), e('r.personId', '!=', readerId)]))
    .where((e) => e.or([e('c.ownerId', 'is', null), e('c.ownerId', '!=', readerId)]))
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(MOST)
    .execute();

export interface OwnText {
  componentId: string | null;
  toPersonId: string | null;
  text: string;
}

/** What somebody told others, newest first; without notes to themselves. */
export const listOwnFeedback = (db: Db, authorId: string): Promise<OwnText[]> =>
  db
    .selectFrom('feedback')
    .select(['componentId', 'toPersonId', 'text'])
    .where('authorId', '=', authorId)
    .where('visibility', '!=', 'private')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();

export interface OwnResult {
  componentId: string;
  form: string;
  result: JsonObject;
}

/** What somebody completed in the tasks of a launch for other components, newest first. */
export async function listOwnResults(
  db: Db,
  { personId, launchId, not }: { personId: string; launchId: string; not: string },
): Promise<OwnResult[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .select(['p.componentId', 't.form', 't.result'])
    .where('t.completedBy', '=', personId)
    .where('t.state', '=', 'completed')
    .where('p.launchId', '=', launchId)
    .where('p.componentId', '!=', not)
    .orderBy('t.completedAt', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ result, ...row }) => ({ ...row, result: JSON.parse(result ?? '{}') }));
}

/** Who was named in the plan to say how its owner works, by what was agreed last. */
export async function listNamedRaters(db: Db, planId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('result')
    .where('planId', '=', planId)
    .where('form', '=', JSON.stringify('nomination'))
    .where('state', '=', 'completed')
    .execute();
  const ids = rows.flatMap(({ result }) => {
    const { peers = [], reports = [] } = JSON.parse(result ?? '{}');
    return [...peers, ...reports];
  });
  if (ids.length === 0) return [];
  return db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
}

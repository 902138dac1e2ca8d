// What is called so: components, people, plans and open tasks by words of their names. Those whose name begins so come
// first.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { nearest } from './nearest.ts';
import { saysAll } from './words.ts';

export interface Wanted {
  q: string;
  limit: number;
}
type Visible = ReadonlySet<string> | 'all';

export const findComponentsCalled = (db: Db, { q, limit }: Wanted) =>
  db
    .selectFrom('components')
    .select(['id', 'name', 'kind'])
    .where(saysAll(sql`name`, q))
    .orderBy(nearest(sql`name`, q))
    .limit(limit)
    .execute();

export const findPeopleCalled = (db: Db, { q, limit }: Wanted) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where(saysAll(sql`(name || ' ' || email)`, q))
    .orderBy(nearest(sql`name`, q))
    .limit(limit)
    .execute();

interface Readable {
  visible: Visible;
  /** Plans in which the reader is judged: that one has ended would tell how. */
  reviewed: Iterable<string>;
}

/** By component and cycle; those under way first. */
export async function findPlansCalled(db: Db, { visible, reviewed }: Readable, { q, limit }: Wanted) {
  const status = sql<string>`case when ${among('p.id', reviewed)} then 'active' else p.status end`;
  let query = db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .innerJoin('cycleVersions as v', (join) =>
      join.onRef('v.cycleId', '=', 'p.cycleId').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.id', 'c.name as componentName', 'v.name as cycleName', status.as('status')])
    .where(saysAll(sql`(c.name || ' ' || v.name)`, q));
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  return query.orderBy(status).orderBy(nearest(sql`c.name`, q)).limit(limit).execute();
}

/** Open tasks of a person, the one due first ahead. */
export const findTasksCalled = (db: Db, personId: string, { q, limit }: Wanted) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .select(['t.id', 't.title', 'c.name as componentName'])
    .where('t.assigneeId', '=', personId)
    .where('t.state', '=', 'open')
    .where(saysAll(sql`(t.title || ' ' || c.name)`, q))
    .orderBy('t.dueAt')
    .limit(limit)
    .execute();

// What of plans under way is due at an instant, open tasks and armed timers of stages, with the version of the cycle that
// says how it is counted.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export async function listDatedTasks(db: Db) {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .select(['t.id', 't.planId', 't.title', 't.componentId', 't.stage', 't.key', 't.dueAt'])
    .select(['p.cycleId', 'p.version', 'c.name as componentName'])
    .where('t.state', '=', 'open')
    .where('t.dueAt', 'is not', null)
    .where('p.status', '=', 'active')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({ ...row, dueAt: row.dueAt ?? '' }));
}

export const listDatedTimers = (db: Db) =>
  db
    .selectFrom('timers as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .select(['t.planId', 't.name', 't.dueAt', 'p.componentId', 'p.cycleId', 'p.version'])
    .select(sql<string>`json_extract(t.data, '$.stage')`.as('stage'))
    .where('t.kind', '=', 'stage')
    .where('p.status', '=', 'active')
    .orderBy('t.id')
    .execute();

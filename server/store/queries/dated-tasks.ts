// Open tasks with a due day, of plans under way, with the version of the cycle that says how it is counted.
import type { Db } from '../schema.ts';

export const listDatedTasks = (db: Db) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .select(['t.id', 't.title', 't.componentId', 't.stage', 't.key', 't.openedAt'])
    .select(['p.cycleId', 'p.version', 'c.name as componentName'])
    .where('t.state', '=', 'open')
    .where('t.dueAt', 'is not', null)
    .where('p.status', '=', 'active')
    .orderBy('t.id')
    .execute();

// What a change of the organisation touches: plans under way and open tasks at and below a component.

import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

const belowOrSelf = (db: Db, componentId: string) =>
  db.withRecursive('under', (q) =>
    q
      .selectFrom('components')
      .select('id')
      .where('id', '=', componentId)
      .union(q.selectFrom('components as c').innerJoin('under as u', 'u.id', 'c.parentId').select('c.id')),
  );

/** The component and those below it that have an active plan, in the order of their ids. */
export async function listWorkingBelow(db: Db, componentId: string): Promise<string[]> {
  const rows = await belowOrSelf(db, componentId)
    .selectFrom('under as u')
    .innerJoin('plans as p', 'p.componentId', 'u.id')
    .select('u.id')
    .distinct()
    .where('p.status', '=', 'active')
    .orderBy('u.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Open tasks that the person, or who stands in for them, has by a role and not by hand. */
export const listTasksByRole = (db: Db, personId: string): Promise<TaskRow[]> =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('state', '=', 'open')
    .where('relation', 'like', 'role:%')
    .where('delegatedBy', 'is', null)
    .where('raterGroup', 'is', null)
    .where((e) => e(e.fn.coalesce('onBehalfOf', 'assigneeId'), '=', personId))
    .orderBy('id')
    .execute();

/** Open tasks of the component, in the order of their ids. */
export async function listTasksToFollow(db: Db, componentId: string): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('componentId', '=', componentId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
}

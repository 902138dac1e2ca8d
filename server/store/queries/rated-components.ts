// Whether a plan of the component goes on, and whether somebody has already judged in one.
import type { Purpose } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

const judging: Purpose[] = ['appraisal', 'calibration'];

export async function isRated(db: Db, componentId: string): Promise<boolean> {
  const found = await db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .select('t.id')
    .where('p.componentId', '=', componentId)
    .where('p.status', '=', 'active')
    .where('t.state', '=', 'completed')
    .where('t.purpose', 'in', judging)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function isUnderPlan(db: Db, componentId: string): Promise<boolean> {
  const found = await db
    .selectFrom('plans')
    .select('id')
    .where('componentId', '=', componentId)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The components of this owner of which a plan goes on. */
export async function listOwnUnderPlan(db: Db, ownerId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('components as c')
    .innerJoin('plans as p', 'p.componentId', 'c.id')
    .select('c.id')
    .distinct()
    .where('c.ownerId', '=', ownerId)
    .where('p.status', '=', 'active')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

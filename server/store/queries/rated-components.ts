// Whether a plan of the component goes on, and whether somebody has already judged in one.
import type { Purpose } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

const judging: Purpose[] = ['appraisal', 'calibration'];

export interface RatedPlan {
  planId: string;
  componentId: string;
}

/** Those of the components that go on and in which somebody has judged. */
export async function listRatedPlans(db: Db, componentIds: readonly string[]): Promise<RatedPlan[]> {
  if (componentIds.length === 0) return [];
  return db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .select(['p.id as planId', 'p.componentId'])
    .distinct()
    .where(among('p.componentId', componentIds))
    .where('p.status', '=', 'active')
    .where('t.state', '=', 'completed')
    .where('t.purpose', 'in', judging)
    .orderBy('p.id')
    .execute();
}

export const isRated = async (db: Db, componentId: string): Promise<boolean> =>
  (await listRatedPlans(db, [componentId])).length > 0;

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

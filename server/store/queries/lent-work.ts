// Open tasks that somebody works: for somebody else, with the roles of whose they are, or as their own.
import type { Purpose, Role } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

export interface LentWork {
  componentId: string;
  /** Whose task it is. */
  holderId: string;
  roles: Role[];
}

export async function listLentWork(db: Db, personId: string): Promise<LentWork[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('people as holder', 'holder.id', 't.onBehalfOf')
    .select(['t.componentId', 'holder.id as holderId', 'holder.roles'])
    .distinct()
    .where('t.assigneeId', '=', personId)
    .where('t.state', '=', 'open')
    .execute();
  return rows.map(({ roles, ...row }) => ({ ...row, roles: JSON.parse(roles) }));
}

export interface WorkInHand {
  planId: string;
  componentId: string;
  purpose: Purpose | null;
}

/** Without what raters answer: they say what they saw themselves. */
export const listWorkInHand = (db: Db, personId: string): Promise<WorkInHand[]> =>
  db
    .selectFrom('tasks')
    .select(['planId', 'componentId', 'purpose'])
    .distinct()
    .where('assigneeId', '=', personId)
    .where('state', '=', 'open')
    .where('raterGroup', 'is', null)
    .execute();

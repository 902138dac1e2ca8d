// The feed as it is read: lines in the order of their commits.
import type { JsonObject } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

export interface FeedLine {
  seq: number;
  at: string;
  type: string;
  planId: string | null;
  /** The line's own, or that of its plan. */
  componentId: string | null;
  personId: string | null;
  data: JsonObject;
}

export async function lastFeedSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom('feed')
    .select((e) => e.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

export async function listFeed(db: Db, after: number, limit: number): Promise<FeedLine[]> {
  const rows = await db
    .selectFrom('feed as f')
    .leftJoin('plans as p', 'p.id', 'f.planId')
    .select(['f.seq', 'f.at', 'f.type', 'f.planId', 'f.personId', 'f.data'])
    .select((e) => e.fn.coalesce('f.componentId', 'p.componentId').as('componentId'))
    .where('f.seq', '>', after)
    .orderBy('f.seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) }));
}

// What may go once it is old enough, kind by kind: how much that is, and some of it at a time.
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../schema.ts';

/**
 * notifications: that somebody was told. deliveries: what was sent or given up. mails: sent or given up. drafts: what was
 * typed into tasks that are closed. feed: what screens follow live. audit: the trail.
 */
export const retentionKinds = ['notifications', 'deliveries', 'mails', 'drafts', 'feed', 'audit'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

interface Aged {
  table: 'notifications' | 'deliveries' | 'mails' | 'taskDrafts' | 'feed' | 'audit';
  /** Of what was said or settled before the instant. */
  isOld(before: string): ReturnType<typeof sql<SqlBool>>;
}

const aged: Record<RetentionKind, Aged> = {
  notifications: { table: 'notifications', isOld: (before) => sql<SqlBool>`"at" < ${before}` },
  // The latest of each plan stays: the next one is numbered after it.
  deliveries: {
    table: 'deliveries',
    isOld: (before) => sql<SqlBool>`"state" in ('delivered', 'dead') and "settledAt" < ${before}
      and ("planSeq" is null or "planSeq" < (select max(later."planSeq") from "deliveries" as later
        where later."subscriptionId" = "deliveries"."subscriptionId" and later."planId" = "deliveries"."planId"))`,
  },
  mails: {
    table: 'mails',
    isOld: (before) => sql<SqlBool>`"state" in ('sent', 'failed') and "createdAt" < ${before}`,
  },
  drafts: {
    table: 'taskDrafts',
    isOld: (before) => sql<SqlBool>`"savedAt" < ${before}
      and not exists (select 1 from "tasks" where "tasks"."id" = "taskId" and "tasks"."state" = 'open')`,
  },
  feed: { table: 'feed', isOld: (before) => sql<SqlBool>`"at" < ${before}` },
  // The last line always stays: the next one follows from it.
  audit: {
    table: 'audit',
    isOld: (before) =>
      sql<SqlBool>`"at" < ${before} and "seq" < (select max(last."seq") from "audit" as last)`,
  },
};

export async function countOld(db: Db, kind: RetentionKind, before: string): Promise<number> {
  const { table, isOld } = aged[kind];
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where ${isOld(before)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** The trail is cut at its beginning alone; what is left must be seen to follow from what was cut. */
async function keepAnchor(db: Db, before: string, limit: number): Promise<void> {
  const { rows } = await sql<{ seq: number; hash: string }>`
    select "seq", "hash" from (select "seq", "hash" from "audit" where ${aged.audit.isOld(before)}
      order by "seq" limit ${limit}) order by "seq" desc limit 1`.execute(db);
  const [last] = rows;
  if (!last) return;
  const value = JSON.stringify({ seq: last.seq, hash: last.hash });
  await db
    .insertInto('settings')
    .values({ name: 'audit-anchor', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** At most so many, the oldest first; how many went. */
export async function removeOld(
  db: Db,
  kind: RetentionKind,
  { before, limit }: { before: string; limit: number },
): Promise<number> {
  const { table, isOld } = aged[kind];
  if (kind === 'audit') await keepAnchor(db, before, limit);
  const of = sql.table(table);
  const { numAffectedRows } = await sql`
    delete from ${of} where rowid in (select rowid from ${of} where ${isOld(before)} order by rowid limit ${limit})
  `.execute(db);
  if (kind === 'deliveries')
    await sql`delete from "deliveryAttempts" where "at" < ${before}
      and not exists (select 1 from "deliveries" where "deliveries"."id" = "deliveryId")`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

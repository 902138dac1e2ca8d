// The audit trail, read: who did what to what, when, from what to what. Newest first.
import { type SqlBool, sql } from 'kysely';
import type { JsonObject } from '../../../engine/index.ts';
import type { AuditRow } from '../schema/records.ts';
import type { Db } from '../schema.ts';
import { isNamedSo } from './audit-named.ts';

export interface AuditLine extends Omit<AuditRow, 'seq' | 'detail' | 'hash' | 'prevHash'> {
  seq: number;
  detail: JsonObject;
}

export interface AuditFilter {
  actor?: string | undefined;
  /** An action such as person.change, or all that begin so: person. */
  action?: string | undefined;
  /** Kind and id, such as person/ada, or a kind alone. */
  resource?: string | undefined;
  /** Somewhere in the resource, in what changed, or in a name of who did it, what it is about or what an id stands for. */
  q?: string | undefined;
  /** From this instant on, and before that one. */
  from?: string | undefined;
  to?: string | undefined;
}

/** A plan about the reader, of which they are told nothing that others did from the instant on. */
export interface HeldPlan {
  planId: string;
  from: string;
}

export interface AuditSight {
  readerId: string;
  held: readonly HeldPlan[];
}

/** What was done to the plan or in it, whatever it was done to. */
const isOfPlan = (planId: string) => sql<SqlBool>`(
  resource in (${`plan/${planId}`}, ${`plans/${planId}`})
  or resource in (select 'task/' || id from tasks where "planId" = ${planId})
  or resource in (select 'incidents/' || id from incidents where "planId" = ${planId})
  or resource in (select 'reward/' || id from rewards where "planId" = ${planId})
  or instr(detail, ${planId}) > 0)`;

const isHeld = ({ readerId, held }: AuditSight) =>
  sql<SqlBool>`(actor <> ${readerId} and (${sql.join(
    held.map(({ planId, from }) => sql`(at >= ${from} and ${isOfPlan(planId)})`),
    sql` or `,
  )}))`;

/** Sorts behind everything that begins with the same text. */
const LAST = '\uffff';

function matching(db: Db, { actor, action, resource, q, from, to }: AuditFilter) {
  let query = db.selectFrom('audit');
  if (actor !== undefined) query = query.where('actor', '=', actor);
  const begins = [
    ['action', action, '.'],
    ['resource', resource, '/'],
  ] as const;
  for (const [column, text, mark] of begins) {
    if (text === undefined) continue;
    const below = `${text}${mark}`;
    query = query.where((e) =>
      e.or([e(column, '=', text), e.and([e(column, '>=', below), e(column, '<', below + LAST)])]),
    );
  }
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (q === undefined) return query;
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return query.where((e) =>
    e.or([
      sql<SqlBool>`lower(${e.ref('resource')}) like ${pattern} escape '\\'`,
      sql<SqlBool>`lower(${e.ref('detail')}) like ${pattern} escape '\\'`,
      isNamedSo(q),
    ]),
  );
}

export async function pageAudit(
  db: Db,
  filter: AuditFilter,
  { before, limit, sight }: { before: number | null; limit: number; sight: AuditSight },
): Promise<AuditLine[]> {
  let query = matching(db, filter).select(['seq', 'at', 'actor', 'action', 'resource', 'detail']);
  if (sight.held.length > 0) query = query.where((e) => e.not(isHeld(sight)));
  if (before !== null) query = query.where('seq', '<', before);
  const rows = await query.orderBy('seq', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}

export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const row = await matching(db, filter)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** What was ever done, and by whom: what a filter offers. */
export async function auditTerms(db: Db): Promise<{ actions: string[]; actors: string[] }> {
  const actions = await db.selectFrom('audit').select('action').distinct().orderBy('action').execute();
  const actors = await db.selectFrom('audit').select('actor').distinct().orderBy('actor').execute();
  return { actions: actions.map(({ action }) => action), actors: actors.map(({ actor }) => actor) };
}

// What is written beside a change, in the same commit: the feed that screens listen to, and the audit trail.
// Each audit line holds the hash of the one before it, so a line that was altered or taken out is found.
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { AuditRow, FeedRow } from '../schema/records.ts';
import type { Db } from '../schema.ts';
import { readAuditAnchor } from './settings.ts';

export interface FeedLine {
  at: string;
  type: string;
  planId?: string | null;
  componentId?: string | null;
  personId?: string | null;
  data?: JsonObject;
  /** It tells of what scores rest on, other than lines of its type do. */
  movesScores?: boolean;
}

export interface AuditEntry {
  at: string;
  /** A person's id, `token` or `system`. */
  actor: string;
  action: string;
  /** Kind and id, such as people/ada. */
  resource: string;
  detail?: JsonObject;
}

/** What became of what: the fields that differ, as they were and as they are; null where there was or is nothing. */
export function changeOf(before: object | null, after: object | null): JsonObject {
  const [was, is] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const differ = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)),
  );
  const of = (side: Map<string, unknown>) =>
    Object.fromEntries(differ.map((name) => [name, side.get(name) ?? null]));
  return JSON.parse(JSON.stringify({ before: before && of(was), after: after && of(is) }));
}

type Unchained = Omit<AuditRow, 'seq' | 'hash'>;

/** What the first line of a chain follows. */
const START = '0'.repeat(64);

/** What the feed tells of changes to what scores rest on, which may leave no other trace. */
const movingScores = new Set([
  ...['observation.recorded', 'observation.verified', 'component.changed', 'goal.changed', 'measure.changed'],
  ...['absence.changed', 'import.done', 'organisation.changed', 'people.changed'],
]);

const feedQuery = prepare<Omit<FeedRow, 'seq'>, unknown>((db, row) => db.insertInto('feed').values(row));

export async function appendFeed(db: Db, line: FeedLine): Promise<void> {
  await feedQuery(db, {
    at: line.at,
    type: line.type,
    planId: line.planId ?? null,
    componentId: line.componentId ?? null,
    personId: line.personId ?? null,
    data: JSON.stringify(line.data ?? {}),
    movesScores: line.movesScores || movingScores.has(line.type) ? 1 : null,
  });
}

function hashOf({ prevHash, at, actor, action, resource, detail }: Unchained): string {
  return createHash('sha256')
    .update(JSON.stringify([prevHash, at, actor, action, resource, detail]))
    .digest('hex');
}

export async function appendAudit(db: Db, entry: AuditEntry): Promise<void> {
  const last = await db.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const line = {
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    resource: entry.resource,
    detail: JSON.stringify(entry.detail ?? {}),
    prevHash: last?.hash ?? START,
  };
  await db
    .insertInto('audit')
    .values({ ...line, hash: hashOf(line) })
    .execute();
}

/** The number of the first line that does not follow from the one before it; null when the chain holds. */
export async function firstBrokenAuditLine(db: Db): Promise<number | null> {
  const anchor = await readAuditAnchor(db);
  let prevHash = anchor?.hash ?? START;
  let after = anchor?.seq ?? 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(1000)
      .execute();
    for (const row of rows) {
      if (row.prevHash !== prevHash || row.hash !== hashOf(row)) return row.seq;
      prevHash = row.hash;
      after = row.seq;
    }
    if (rows.length < 1000) return null;
  }
}

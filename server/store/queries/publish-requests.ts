// Requests to publish: at most one of a cycle waits.

import type { PublishRequestRow } from '../schema/cycles.ts';
import type { Db } from '../schema.ts';

export const requestStates = ['waiting', 'approved', 'returned', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];
export interface PublishRequest extends Omit<PublishRequestRow, 'document' | 'state'> {
  state: RequestState;
}

const columns = [
  'id',
  'cycleId',
  'name',
  'hash',
  'note',
  'state',
  'requestedAt',
  'requestedBy',
  'decidedAt',
  'decidedBy',
  'reason',
  'version',
] as const;
const toRequest = (row: Omit<PublishRequestRow, 'document'>): PublishRequest => ({
  ...row,
  state: row.state as RequestState,
});

export async function insertPublishRequest(db: Db, row: PublishRequestRow): Promise<void> {
  await db.insertInto('publishRequests').values(row).execute();
}

/** With the text that would be published. */
export async function findPublishRequest(
  db: Db,
  id: string,
): Promise<{ request: PublishRequest; document: string } | null> {
  const row = await db.selectFrom('publishRequests').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { document, ...rest } = row;
  return { request: toRequest(rest), document };
}

export async function findWaitingRequest(db: Db, cycleId: string): Promise<PublishRequest | null> {
  const row = await db
    .selectFrom('publishRequests')
    .select(columns)
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row ? toRequest(row) : null;
}

export async function pagePublishRequests(
  db: Db,
  page: {
    before: { at: string; id: string } | null;
    limit: number;
    state?: RequestState | undefined;
    cycleId?: string | undefined;
  },
): Promise<PublishRequest[]> {
  const { before, state, cycleId } = page;
  let query = db.selectFrom('publishRequests').select(columns);
  if (state) query = query.where('state', '=', state);
  if (cycleId) query = query.where('cycleId', '=', cycleId);
  if (before)
    query = query.where((e) =>
      e.or([
        e('requestedAt', '<', before.at),
        e.and([e('requestedAt', '=', before.at), e('id', '<', before.id)]),
      ]),
    );
  const rows = await query.orderBy('requestedAt', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(toRequest);
}

export interface Decision {
  state: Exclude<RequestState, 'waiting'>;
  decidedAt: string;
  decidedBy: string;
  reason: string | null;
  version: number | null;
}

export async function decidePublishRequest(db: Db, id: string, decision: Decision): Promise<void> {
  await db
    .updateTable('publishRequests')
    .set(decision)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

// Requests for feedback: who asked whom for what, and what became of it.

import type { FeedbackRequestRow } from '../schema/exchange.ts';
import type { Db } from '../schema.ts';

export const requestStates = ['open', 'answered', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export type RequestInContext = FeedbackRequestRow & {
  requesterName: string | null;
  askedName: string | null;
  componentName: string | null;
  goalDocument: string | null;
  feedbackId: string | null;
};

export async function insertRequest(db: Db, row: FeedbackRequestRow): Promise<void> {
  await db.insertInto('feedbackRequests').values(row).execute();
}

const select = (db: Db) =>
  db
    .selectFrom('feedbackRequests as q')
    .leftJoin('people as requester', 'requester.id', 'q.requesterId')
    .leftJoin('people as asked', 'asked.id', 'q.askedId')
    .leftJoin('components as c', 'c.id', 'q.componentId')
    .leftJoin('goals as g', 'g.id', 'q.goalId')
    .leftJoin('feedback as f', 'f.requestId', 'q.id')
    .selectAll('q')
    .select(['requester.name as requesterName', 'asked.name as askedName'])
    .select(['c.name as componentName', 'g.document as goalDocument', 'f.id as feedbackId']);

/** Null when the person has no part in it. */
export async function findRequest(db: Db, id: string, personId: string): Promise<RequestInContext | null> {
  const row = await select(db)
    .where('q.id', '=', id)
    .where((e) => e.or([e('q.requesterId', '=', personId), e('q.askedId', '=', personId)]))
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function pageRequests(
  db: Db,
  given: { personId: string; side: 'asked' | 'sent'; state?: RequestState | undefined },
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<RequestInContext[]> {
  const { before } = page;
  let query = select(db).where(given.side === 'asked' ? 'q.askedId' : 'q.requesterId', '=', given.personId);
  if (given.state) query = query.where('q.state', '=', given.state);
  if (before)
    query = query.where((e) =>
      e.or([e('q.at', '<', before.at), e.and([e('q.at', '=', before.at), e('q.id', '<', before.id)])]),
    );
  return query.orderBy('q.at', 'desc').orderBy('q.id', 'desc').limit(page.limit).execute();
}

export async function settleRequest(
  db: Db,
  id: string,
  settled: { state: Exclude<RequestState, 'open'>; at: string; reason: string | null },
): Promise<void> {
  await db
    .updateTable('feedbackRequests')
    .set({ state: settled.state, settledAt: settled.at, reason: settled.reason })
    .where('id', '=', id)
    .execute();
}

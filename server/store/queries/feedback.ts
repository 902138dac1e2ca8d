// Feedback: what people tell each other, kept as it was said, and read by those for whom it was meant.
import type { ExpressionBuilder } from 'kysely';
import type { FeedbackReplyRow, FeedbackRow } from '../schema/exchange.ts';
import type { Db, Schema } from '../schema.ts';
import { among } from './among.ts';

export async function insertFeedback(db: Db, feedback: FeedbackRow): Promise<void> {
  await db.insertInto('feedback').values(feedback).execute();
}

/** Who reads: a person, with the components whose plans they may see. */
export interface FeedbackSight {
  personId: string;
  componentIds: ReadonlySet<string> | 'all';
  /** The posts that the person has: what was said there to somebody before them is not theirs. */
  ownPosts: ReadonlySet<string>;
}

/** private: the author alone · receiver · manager: the receiver and their manager · plan: who sees the plans. */
export const visibilities = ['private', 'receiver', 'manager', 'plan'] as const;
export type Visibility = (typeof visibilities)[number];

export const feedbackBoxes = ['received', 'given', 'team'] as const;
export type FeedbackBox = (typeof feedbackBoxes)[number];

export interface FeedbackFilter {
  box?: FeedbackBox | undefined;
  componentId?: string | undefined;
  planId?: string | undefined;
  goalId?: string | undefined;
}

export type FeedbackInContext = FeedbackRow & {
  authorName: string | null;
  toName: string | null;
  componentName: string | null;
  managerName: string | null;
  goalDocument: string | null;
  question: string | null;
};

type Where = ExpressionBuilder<Schema, 'feedback'>;

const select = (db: Db) =>
  db
    .selectFrom('feedback as f')
    .leftJoin('people as author', 'author.id', 'f.authorId')
    .leftJoin('people as receiver', 'receiver.id', 'f.toPersonId')
    .leftJoin('people as manager', 'manager.id', 'f.managerId')
    .leftJoin('components as c', 'c.id', 'f.componentId')
    .leftJoin('goals as g', 'g.id', 'f.goalId')
    .leftJoin('feedbackRequests as q', 'q.id', 'f.requestId')
    .selectAll('f')
    .select(['author.name as authorName', 'receiver.name as toName', 'manager.name as managerName'])
    .select(['c.name as componentName', 'g.document as goalDocument', 'q.question']);

/** What raters answer is read by its author alone here; others read it with its group, once all have answered. */
function mayRead(e: Where, { personId, componentIds, ownPosts }: FeedbackSight) {
  const toPredecessor = e.and([
    e('toPersonId', 'is not', null),
    e('toPersonId', '!=', personId),
    among('componentId', ownPosts),
  ]);
  const seen = componentIds === 'all' ? e.lit(true) : among('componentId', componentIds);
  const meant = e.or([
    e.and([e('toPersonId', '=', personId), e('visibility', '!=', 'private')]),
    e.and([e('managerId', '=', personId), e('visibility', '=', 'manager')]),
    e.and([e('visibility', '=', 'plan'), seen, e.not(toPredecessor)]),
  ]);
  return e.or([e('authorId', '=', personId), e.and([e('raterGroup', 'is', null), meant])]);
}

/** Of what the person may read. */
function inBox(e: Where, box: FeedbackBox, personId: string) {
  switch (box) {
    case 'given':
      return e('authorId', '=', personId);
    case 'received':
      return e.and([e('toPersonId', '=', personId), e('authorId', '!=', personId)]);
    case 'team':
      return e.and([e('managerId', '=', personId), e('visibility', '=', 'manager')]);
  }
}

function readable(db: Db, sight: FeedbackSight, { box }: FeedbackFilter = {}) {
  const query = db
    .selectFrom('feedback')
    .select('id')
    .where((e) => mayRead(e, sight));
  return box ? query.where((e) => inBox(e, box, sight.personId)) : query;
}

export interface FeedbackPage {
  before: { at: string; id: string } | null;
  limit: number;
  /** Without what the reader noted for themselves. */
  shared?: boolean;
}

/** Newest first. */
export async function pageFeedback(
  db: Db,
  sight: FeedbackSight,
  { filter, page }: { filter: FeedbackFilter; page: FeedbackPage },
): Promise<FeedbackInContext[]> {
  const { componentId, planId, goalId } = filter;
  const { before } = page;
  let query = select(db).where('f.id', 'in', readable(db, sight, filter));
  if (componentId) query = query.where('f.componentId', '=', componentId);
  if (planId) query = query.where('f.planId', '=', planId);
  if (goalId) query = query.where('f.goalId', '=', goalId);
  if (page.shared) query = query.where('f.visibility', '!=', 'private');
  if (before)
    query = query.where((e) =>
      e.or([e('f.at', '<', before.at), e.and([e('f.at', '=', before.at), e('f.id', '<', before.id)])]),
    );
  return query.orderBy('f.at', 'desc').orderBy('f.id', 'desc').limit(page.limit).execute();
}

/** Null as well when the reader may not see it. */
export async function findFeedback(
  db: Db,
  id: string,
  sight: FeedbackSight,
): Promise<FeedbackInContext | null> {
  const row = await select(db)
    .where('f.id', '=', id)
    .where('f.id', 'in', readable(db, sight))
    .executeTakeFirst();
  return row ?? null;
}

/** The one that was said before stays. */
export async function thankFor(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('feedback')
    .set({ thankedAt: at })
    .where('id', '=', id)
    .where('thankedAt', 'is', null)
    .execute();
}

export async function insertReply(db: Db, row: FeedbackReplyRow): Promise<void> {
  await db.insertInto('feedbackReplies').values(row).execute();
}

export type ReplyInContext = FeedbackReplyRow & { authorName: string | null };

/** In the order in which they were given. */
export async function listReplies(db: Db, feedbackIds: readonly string[]): Promise<ReplyInContext[]> {
  return db
    .selectFrom('feedbackReplies as r')
    .leftJoin('people as author', 'author.id', 'r.authorId')
    .selectAll('r')
    .select('author.name as authorName')
    .where(among('r.feedbackId', feedbackIds))
    .orderBy('r.at')
    .orderBy('r.id')
    .execute();
}

// Feedback as its reader sees it: who said it, who else reads it, and what the reader may do about it.
import type { z } from 'zod';
import { toAnonymity } from '../../../engine/index.ts';
import type { feedbackRequestWire, feedbackWire } from '../../routes/wire/feedback.ts';
import { type FeedbackInContext, listReplies, visibilities } from '../../store/queries/feedback.ts';
import { type RequestInContext, requestStates } from '../../store/queries/feedback-requests.ts';
import type { Db } from '../../store/schema.ts';
import { mayReply } from './answer-feedback.ts';

const reference = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

function goalOf(id: string | null, document: string | null): { id: string; title: string } | null {
  if (id === null || document === null) return null;
  const { title }: { title: string } = JSON.parse(document);
  return { id, title };
}

export async function presentFeedback(
  db: Db,
  rows: readonly FeedbackInContext[],
  personId: string,
): Promise<z.infer<typeof feedbackWire>[]> {
  const replies = await listReplies(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    author: { id: row.authorId, name: row.authorName ?? row.authorId },
    to: reference(row.toPersonId, row.toName),
    component: reference(row.componentId, row.componentName),
    goal: goalOf(row.goalId, row.goalDocument),
    planId: row.planId,
    text: row.text,
    visibility: visibilities.find((one) => one === row.visibility) ?? 'receiver',
    manager: reference(row.managerId, row.managerName),
    named: row.anonymity === 'named',
    promise: row.raterGroup === null ? null : toAnonymity(row.anonymity),
    question: row.question,
    thankedAt: row.thankedAt,
    replies: replies
      .filter(({ feedbackId }) => feedbackId === row.id)
      .map(({ id, at, text, authorId, authorName }) => ({
        id,
        at,
        text,
        author: { id: authorId, name: authorName ?? authorId },
      })),
    mayReply: mayReply(row, personId),
    mayThank: row.toPersonId === personId && row.visibility !== 'private' && row.thankedAt === null,
  }));
}

export const presentRequest = (row: RequestInContext): z.infer<typeof feedbackRequestWire> => ({
  id: row.id,
  at: row.at,
  requester: { id: row.requesterId, name: row.requesterName ?? row.requesterId },
  asked: { id: row.askedId, name: row.askedName ?? row.askedId },
  component: reference(row.componentId, row.componentName),
  goal: goalOf(row.goalId, row.goalDocument),
  question: row.question,
  state: requestStates.find((one) => one === row.state) ?? 'open',
  settledAt: row.settledAt,
  reason: row.reason,
  feedbackId: row.feedbackId,
});

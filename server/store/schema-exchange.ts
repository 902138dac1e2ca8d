// The tables of what people say to each other, and of what is given to them.

/** What was said to a person or a component, with who reads it fixed when it was said. */
export interface FeedbackRow {
  id: string;
  planId: string | null;
  /** Null: said to a person who answers for nothing. */
  componentId: string | null;
  /** Null: to everybody who works on the plan. */
  toPersonId: string | null;
  goalId: string | null;
  authorId: string;
  text: string;
  at: string;
  /** private, receiver, manager or plan. */
  visibility: string;
  /** Their manager when it was said: a later one does not inherit what was said in confidence. */
  managerId: string | null;
  requestId: string | null;
  thankedAt: string | null;
  /** named, confidential or anonymous: the promise under which it was said. */
  anonymity: string;
  /** Answers of one group in one round of a plan are shown together; null when they are not asked of a group. */
  raterGroup: string | null;
  threshold: number | null;
  round: number | null;
}
export interface FeedbackReplyRow {
  id: string;
  feedbackId: string;
  authorId: string;
  text: string;
  at: string;
}
/** Somebody asks somebody for feedback. */
export interface FeedbackRequestRow {
  id: string;
  requesterId: string;
  askedId: string;
  /** About what the requester answers for; null: about themselves. */
  componentId: string | null;
  goalId: string | null;
  question: string;
  /** open, answered, declined or withdrawn. */
  state: string;
  at: string;
  settledAt: string | null;
  reason: string | null;
}

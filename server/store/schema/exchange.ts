// The tables of what people say to each other, and of what is given to them.
import type { Generated, Selectable } from 'kysely';

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
  /** How a rater sees the way of working: below, meets or exceeds. */
  level: string | null;
}
/** When whom the answers of a round are about first read them. */
export interface AnswerOpeningRow {
  planId: string;
  round: number;
  at: string;
  openedBy: string;
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

export interface RewardTable {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  title: string;
  at: string;
  /** In cents; null when it costs nothing that is counted. */
  amount: number | null;
  /** Of the amount, as it was when it was given; null when no budget told of one. */
  currency: string | null;
  /** Who got it: whoever answered for the component then. */
  personId: string | null;
  /** Whether they want it on the wall: 0 until they say so, and again once they withdraw it. */
  shown: Generated<0 | 1>;
  /** When they last said which. */
  decidedAt: string | null;
}
export type RewardRow = Selectable<RewardTable>;
/** Who joined in the thanks for a reward that is shown. */
export interface RewardThanksRow {
  rewardId: string;
  personId: string;
  at: string;
}
/** What may be given at and below a component in a period. */
export interface RewardBudgetRow {
  id: string;
  componentId: string;
  periodStart: string;
  periodEnd: string;
  amount: number;
  currency: string;
  createdAt: string;
  createdBy: string;
}

export interface ExchangeTables {
  rewards: RewardTable;
  rewardThanks: RewardThanksRow;
  rewardBudgets: RewardBudgetRow;
  feedback: FeedbackRow;
  answerOpenings: AnswerOpeningRow;
  feedbackReplies: FeedbackReplyRow;
  feedbackRequests: FeedbackRequestRow;
}

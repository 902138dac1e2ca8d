// The tables of tasks, and of what is typed and said about them.
import type { Purpose } from '../../../engine/index.ts';
import type { JsonText } from './cells.ts';

export interface TaskRow {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  activation: number;
  stage: string;
  title: string;
  description: string | null;
  form: JsonText;
  /** What it is for; null for a form of the cycle's own that does not say it. */
  purpose: Purpose | null;
  /** all, any, or a number: how many of the tasks with this plan, key and activation must be completed. */
  complete: JsonText;
  relation: string;
  assigneeId: string | null;
  /** The overdue task that this one was opened in addition to; either of the two completes it. */
  standsFor: string | null;
  /** Who passed it on to the assignee. */
  delegatedBy: string | null;
  /** Whose it is, while the assignee stands in for them. */
  onBehalfOf: string | null;
  state: string;
  openedAt: string;
  dueAt: string | null;
  completedAt: string | null;
  /** When it was closed without being done; null also where it was closed before this was kept. */
  closedAt?: string | null;
  /** What `dueAt` was before it was last changed, and when that was. */
  dueBefore?: string | null;
  dueChangedAt?: string | null;
  completedBy: string | null;
  result: JsonText | null;
  /** Of a decision on a rating that several make: open until enough have, then the one that counts, or one beside it. */
  heard?: 'open' | 'counts' | 'beside' | null;
  /** For whom raters answer, and under which promise; null when the task asks no rater. */
  raterGroup: string | null;
  threshold: number | null;
  anonymity: string | null;
}

/** What a person has typed into a task and not handed in. */
export interface TaskDraftRow {
  taskId: string;
  personId: string;
  planId: string;
  key: string;
  content: JsonText;
  revision: number;
  savedAt: string;
}

export interface TaskCommentRow {
  id: string;
  taskId: string;
  at: string;
  authorId: string;
  text: string;
}

export interface TasksTables {
  tasks: TaskRow;
  taskComments: TaskCommentRow;
  taskDrafts: TaskDraftRow;
}

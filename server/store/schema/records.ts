// The tables of what is written beside a change or about requests: news, the audit trail, answers, settings, imports.
import type { Generated } from 'kysely';
import type { Flag, JsonText } from './cells.ts';

export interface NotificationRow {
  id: string;
  personId: string;
  planId: string | null;
  /** The request to publish that it is about. */
  requestId: string | null;
  /** The screen that it leads to when it is about no plan: feedback or recognition. */
  place: string | null;
  message: string;
  at: string;
  readAt: string | null;
}

/** One line per change that a screen may want to hear of; the id of a server-sent event is its seq. */
export interface FeedRow {
  seq: Generated<number>;
  at: string;
  type: string;
  planId: string | null;
  componentId: string | null;
  personId: string | null;
  data: JsonText;
  /** 1: it tells of what scores rest on. */
  movesScores: number | null;
}

export interface AuditRow {
  seq: Generated<number>;
  at: string;
  actor: string;
  action: string;
  resource: string;
  detail: JsonText;
  prevHash: string;
  hash: string;
}

export interface IdempotencyRow {
  actor: string;
  route: string;
  key: string;
  bodyHash: string;
  status: number;
  answer: string;
  at: string;
}

export interface SettingRow {
  name: string;
  value: JsonText;
}

export interface ImportRow {
  id: string;
  createdAt: string;
  createdBy: string;
  dryRun: Flag;
  /** running, done or refused. */
  status: string;
  /** The request's body, as long as it is not worked off. */
  wish: JsonText;
  progress: JsonText | null;
  report: JsonText | null;
}

export interface RecordsTables {
  imports: ImportRow;
  notifications: NotificationRow;
  feed: FeedRow;
  audit: AuditRow;
  idempotency: IdempotencyRow;
  settings: SettingRow;
}

// The tables of a person's own inbox: what they have put off, the views that they have saved, and the mail about it.
import type { Generated, Selectable } from 'kysely';
import type { Flag, JsonText } from './cells.ts';

/** A task that its assignee does not want to see before an instant; nobody else's view of it changes. */
export interface TaskSnoozeRow {
  personId: string;
  taskId: string;
  until: string;
  /** Another task of theirs: back as soon as that is open no more, and at `until` at the latest. */
  afterTaskId: string | null;
  at: string;
}
/** A view of the inbox under a name: what is looked for, never what was found. */
export interface SavedFilterRow {
  id: string;
  ownerId: string;
  name: string;
  search: JsonText;
  /** The owner's team sees it too. */
  shared: Flag;
  createdAt: string;
}
/** The view with which somebody's inbox begins. */
export interface FirstFilterRow {
  personId: string;
  filterId: string;
}

/** How often somebody is told by mail what is due. */
interface DigestTable {
  personId: string;
  /** daily, weekly or off. */
  every: string;
  zone: string;
  /** That of the screens that they looked at last. */
  language: Generated<string>;
  /** Whoever has it may switch the mail off, and nothing else. */
  token: string;
  /** When the next one is looked into; null when there is none. */
  nextAt: string | null;
}
export type DigestRow = Selectable<DigestTable>;
/** A report that somebody wants every week: a question and what it is narrowed to, never what was found. */
export interface ReportMailRow {
  id: string;
  personId: string;
  board: string;
  filter: JsonText;
  /** Whoever has it may end this mail, and nothing else. */
  token: string;
  nextAt: string;
  createdAt: string;
}
/** A task that is taken away at an instant, once its assignee was told so. */
export interface ToldDeadlineRow {
  taskId: string;
  personId: string;
  closesAt: string;
}
/** Somebody asks that a task which they completed is opened again. */
export interface TaskReopeningRow {
  id: string;
  taskId: string;
  planId: string;
  askedBy: string;
  askedAt: string;
  reason: string;
  /** asked, granted or refused. */
  state: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Why it was refused, or a word with the grant. */
  answer: string | null;
  /** What had been given until then, and when: kept once it is granted. */
  result: JsonText | null;
  completedAt: string | null;
}
/** Mail written in the commit of its cause and sent afterwards. */
export interface MailRow {
  id: string;
  personId: string;
  mail: JsonText;
  /** waiting, sent or failed. */
  state: string;
  attempts: number;
  nextAt: string;
  createdAt: string;
}

export interface InboxTables {
  taskSnoozes: TaskSnoozeRow;
  savedFilters: SavedFilterRow;
  firstFilters: FirstFilterRow;
  digests: DigestTable;
  reportMails: ReportMailRow;
  toldDeadlines: ToldDeadlineRow;
  taskReopenings: TaskReopeningRow;
  mails: MailRow;
}

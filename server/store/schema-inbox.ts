// The tables of a person's own inbox: what they have put off, the views that they have saved, and the mail about it.
type Flag = 0 | 1;
type JsonText = string;

/** A task that its assignee does not want to see before an instant; nobody else's view of it changes. */
export interface TaskSnoozeRow {
  personId: string;
  taskId: string;
  until: string;
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
export interface DigestRow {
  personId: string;
  /** daily, weekly or off. */
  every: string;
  zone: string;
  /** Whoever has it may switch the mail off, and nothing else. */
  token: string;
  /** When the next one is looked into; null when there is none. */
  nextAt: string | null;
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

export interface InboxSchema {
  taskSnoozes: TaskSnoozeRow;
  savedFilters: SavedFilterRow;
  firstFilters: FirstFilterRow;
  digests: DigestRow;
  mails: MailRow;
}

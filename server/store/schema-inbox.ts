// The tables of a person's own inbox: what they have put off, and the views that they have saved.
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

export interface InboxSchema {
  taskSnoozes: TaskSnoozeRow;
  savedFilters: SavedFilterRow;
  firstFilters: FirstFilterRow;
}

// The tables of running the server.

export interface ApiKeyRow {
  id: string;
  name: string;
  /** The beginning of the key, which a list shows. */
  prefix: string;
  /** SHA-256 of the whole key. */
  digest: string;
  /** JSON array of permissions. */
  scopes: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  revokedBy: string | null;
}

export interface MailTemplateRow {
  kind: string;
  language: string;
  subject: string;
  introduction: string;
  closing: string;
  changedAt: string;
  changedBy: string;
}

export interface WorkCalendarRow {
  id: string;
  name: string;
  /** JSON array of ISO weekdays. */
  workingWeekdays: string;
  region: string | null;
  /** JSON array of days with their names. */
  daysOff: string;
  /** JSON array of days. */
  workedDays: string;
}

export interface AdminTables {
  workCalendars: WorkCalendarRow;
  apiKeys: ApiKeyRow;
  mailTemplates: MailTemplateRow;
}

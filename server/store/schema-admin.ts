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

export interface AdminSchema {
  apiKeys: ApiKeyRow;
  mailTemplates: MailTemplateRow;
}

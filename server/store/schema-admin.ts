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

export interface AdminSchema {
  apiKeys: ApiKeyRow;
}

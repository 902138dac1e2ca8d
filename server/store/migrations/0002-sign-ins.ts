// The tables of sign-in, in the shape that better-auth reads and writes (a test compares the two).
import type { Kysely } from 'kysely';

async function users(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('authUsers')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', 'integer', (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('authSessions')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (c) => c.notNull().references('authUsers.id').onDelete('cascade'))
    .execute();
  await db.schema.createIndex('authSessions_userId_idx').on('authSessions').column('userId').execute();
}

async function accounts(db: Kysely<unknown>): Promise<void> {
  let table = db.schema
    .createTable('authAccounts')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('authUsers.id').onDelete('cascade'));
  const optional = [
    'accessToken',
    'refreshToken',
    'idToken',
    'accessTokenExpiresAt',
    'refreshTokenExpiresAt',
    'scope',
    'password',
  ];
  for (const column of optional) table = table.addColumn(column, 'text');
  await table
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('authAccounts_userId_idx').on('authAccounts').column('userId').execute();
}

async function verifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('authVerifications')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('authVerifications_identifier_idx')
    .on('authVerifications')
    .column('identifier')
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await users(db);
  await sessions(db);
  await accounts(db);
  await verifications(db);
  await db.schema.createIndex('idempotency_at').on('idempotency').column('at').execute();
}

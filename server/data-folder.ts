// The data folder: its database, its cycle drafts, the secret that signs cookies, and who is using it.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Backups, makeBackups } from './store/backups/backups.ts';
import { type Drafts, openDrafts } from './store/drafts/drafts.ts';
import { openSqliteStore, type SqliteStore } from './store/open-sqlite.ts';
import { DatabaseInUseError } from './store/sqlite-dialect.ts';
import { version } from './version.ts';

export interface DataFolder {
  path: string;
  store: SqliteStore;
  drafts: Drafts;
  backups: Backups;
  /** Signs session cookies; made once, readable by the owner alone. */
  secret: string;
  close(): Promise<void>;
}

/** Another server works on the folder. */
export class FolderInUseError extends Error {
  constructor(path: string, pid: string | null, options: ErrorOptions) {
    const who = pid ? `by the server with process id ${pid}` : 'by another server';
    super(`${path} is in use ${who}. Stop that one first, or choose another folder with --data.`, options);
    this.name = 'FolderInUseError';
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function readSecret(file: string): Promise<string> {
  const known = await readText(file);
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

async function openStore(path: string, pidFile: string): Promise<SqliteStore> {
  try {
    return await openSqliteStore(join(path, 'cyclewright.db'));
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error;
    throw new FolderInUseError(path, await readText(pidFile), { cause: error });
  }
}

/** @throws FolderInUseError when another server has the folder. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const pidFile = join(path, 'server.pid');
  const draftsFolder = join(path, 'cycles');
  const store = await openStore(path, pidFile);
  await writeFile(pidFile, `${process.pid}\n`);
  return {
    path,
    store,
    drafts: await openDrafts(draftsFolder),
    backups: makeBackups({ folder: join(path, 'backups'), draftsFolder, version, copyTo: store.copyTo }),
    secret: await readSecret(join(path, 'cookie-secret')),
    close: async () => {
      await store.close();
      await rm(pidFile, { force: true });
    },
  };
}

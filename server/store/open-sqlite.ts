// The embedded store: one SQLite file, owned by this process while it lives.
import { backup } from 'node:sqlite';
import { Kysely } from 'kysely';
import { makeGroupCommit } from './group-commit.ts';
import { makeKeptComponents } from './kept-components.ts';
import { type Log, makeLogSync, openLog } from './log-sync.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { makeSqlite, openDatabase } from './sqlite-dialect.ts';
import type { Store } from './store.ts';

/** The store and its database, which identity shares so that all writers queue on one connection. */
export interface SqliteStore extends Store {
  readonly db: Kysely<Schema>;
  /** Copies what is committed at one instant into a file, a few pages at a time, while others write. */
  copyTo(file: string): Promise<void>;
}

interface Ports {
  /** In milliseconds; only tells how long something takes. */
  now(): number;
  openLog(file: string): Promise<Log>;
}

const systemPorts: Ports = { now: () => performance.now(), openLog };

/** @throws DatabaseInUseError when another process holds the file. */
export async function openSqliteStore(file: string, ports: Partial<Ports> = {}): Promise<SqliteStore> {
  const { now, openLog } = { ...systemPorts, ...ports };
  const database = openDatabase(file);
  const components = makeKeptComponents();
  const sqlite = makeSqlite(database, components.hears);
  const db = new Kysely<Schema>({ dialect: sqlite.dialect });
  components.serve(db);
  await migrate(db);
  const log = await openLog(file);
  const { afterCommit, all } = makeLogSync(log);
  const group = makeGroupCommit({ db, sqlite, afterCommit, now });
  return {
    db,
    commit: (work) => group.take(work, 'commit'),
    rehearse: (work) => group.take(work, 'rehearsal'),
    onCommit: group.onCommit,
    read: async (work) => {
      const found = await work(db);
      await all();
      return found;
    },
    copyTo: async (target) => {
      await backup(database, target);
    },
    close: async () => {
      await group.idle();
      await log.close();
      await db.destroy();
    },
  };
}

// The embedded store: one SQLite file, owned by this process while it lives.
import { Kysely } from 'kysely';
import { makeGroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { makeSqlite, openDatabase } from './sqlite-dialect.ts';
import type { Store } from './store.ts';

/** The store and its database, which identity shares so that all writers queue on one connection. */
export interface SqliteStore extends Store {
  readonly db: Kysely<Schema>;
}

/**
 * `now`, in milliseconds, only tells how long something takes.
 * @throws DatabaseInUseError when another process holds the file.
 */
export async function openSqliteStore(
  file: string,
  now: () => number = () => performance.now(),
): Promise<SqliteStore> {
  const { dialect, runNow } = makeSqlite(openDatabase(file));
  const db = new Kysely<Schema>({ dialect });
  await migrate(db);
  const group = makeGroupCommit(db, runNow, now);
  return {
    db,
    commit: group.commit,
    onCommit: group.onCommit,
    read: (work) => work(db),
    close: async () => {
      await group.idle();
      await db.destroy();
    },
  };
}

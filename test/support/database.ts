// Everything that a store holds, table by table: to see that nothing was written.
import { sql } from 'kysely';
import type { Store } from '../../server/store/store.ts';

/** `except` are tables that may change. */
export function wholeDatabase(
  store: Store,
  except: readonly string[] = [],
): Promise<Record<string, unknown[]>> {
  return store.read(async (db) => {
    const { rows: tables } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' order by name
    `.execute(db);
    const kept: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      if (except.includes(name)) continue;
      kept[name] = (await sql`select * from ${sql.table(name)}`.execute(db)).rows;
    }
    return kept;
  });
}

import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

/** Names of people by id, of those that are known. */
export async function namesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const ids of chunks([...new Set(personIds)])) {
    const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}

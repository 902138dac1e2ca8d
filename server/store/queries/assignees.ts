// People as tasks look for them: who owns the parts of a component, who has a role.
import type { Role } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

/** The components directly below one, in the order of their ids, with who answers for them. */
export const listOwners = (db: Db, parentId: string): Promise<{ id: string; ownerId: string | null }[]> =>
  db
    .selectFrom('components')
    .select(['id', 'ownerId'])
    .where('parentId', '=', parentId)
    .orderBy('id')
    .execute();

export async function listPeopleWithRole(db: Db, role: Role): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('roles', 'like', `%"${role}"%`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function personExists(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

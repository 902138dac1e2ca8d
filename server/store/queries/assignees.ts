// People as tasks look for them: who owns the parts of a component, who has a role.
import type { Role } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

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

/** Those of the components that the person answers for. */
export async function listOwnedAmong(
  db: Db,
  personId: string,
  componentIds: Iterable<string>,
): Promise<Set<string>> {
  const owned = db.selectFrom('components').select('id').where('ownerId', '=', personId);
  const rows = await owned.where(among('id', componentIds)).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The names of what says itself that the person manages it, by a straight or a dotted line. */
export async function listManagedBy(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('components')
    .select('name')
    .where((e) => e.or([e('managerId', '=', personId), e('secondManagerId', '=', personId)]))
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

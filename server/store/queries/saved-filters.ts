// Views of the inbox that people have saved.

import type { SavedFilterRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';

export type SavedFilter = SavedFilterRow & { ownerName: string | null; ownerRoles: string | null };

const select = (db: Db) =>
  db
    .selectFrom('savedFilters as f')
    .leftJoin('people as owner', 'owner.id', 'f.ownerId')
    .selectAll('f')
    .select(['owner.name as ownerName', 'owner.roles as ownerRoles']);

/** The person's own, and what others share, by name. */
export async function listOwnAndShared(db: Db, personId: string): Promise<SavedFilter[]> {
  return select(db)
    .where((e) => e.or([e('f.ownerId', '=', personId), e('f.shared', '=', 1)]))
    .orderBy('f.name')
    .orderBy('f.id')
    .execute();
}

export async function findSavedFilter(db: Db, id: string): Promise<SavedFilter | null> {
  return (await select(db).where('f.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertSavedFilter(db: Db, row: SavedFilterRow): Promise<void> {
  await db.insertInto('savedFilters').values(row).execute();
}

export async function changeSavedFilter(
  db: Db,
  id: string,
  given: Partial<Pick<SavedFilterRow, 'name' | 'search' | 'shared'>>,
): Promise<void> {
  await db.updateTable('savedFilters').set(given).where('id', '=', id).execute();
}

/** Whoever began with it begins with the whole inbox again. */
export async function deleteSavedFilter(db: Db, id: string): Promise<void> {
  await db.deleteFrom('firstFilters').where('filterId', '=', id).execute();
  await db.deleteFrom('savedFilters').where('id', '=', id).execute();
}

export async function firstFilterOf(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('firstFilters')
    .select('filterId')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.filterId ?? null;
}

export async function setFirstFilter(db: Db, personId: string, filterId: string | null): Promise<void> {
  await db.deleteFrom('firstFilters').where('personId', '=', personId).execute();
  if (filterId !== null) await db.insertInto('firstFilters').values({ personId, filterId }).execute();
}

/**
 * Of the owners given those in one team with the person, by what both answer for: under the same manager or the same
 * part of the organisation, or one directly above the other.
 */
export async function ownersInTeamOf(
  db: Db,
  personId: string,
  ownerIds: readonly string[],
): Promise<Set<string>> {
  if (ownerIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('components as theirs')
    .innerJoin('components as mine', (join) =>
      join.on((e) =>
        e.or([
          e('mine.managerId', '=', e.ref('theirs.managerId')),
          e('mine.managerId', '=', e.ref('theirs.ownerId')),
          e('theirs.managerId', '=', e.ref('mine.ownerId')),
          e('mine.parentId', '=', e.ref('theirs.parentId')),
          e('mine.parentId', '=', e.ref('theirs.id')),
          e('theirs.parentId', '=', e.ref('mine.id')),
        ]),
      ),
    )
    .select('theirs.ownerId')
    .distinct()
    .where('theirs.ownerId', 'in', ownerIds)
    .where('mine.ownerId', '=', personId)
    .execute();
  return new Set(rows.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])));
}

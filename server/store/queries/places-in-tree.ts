// Where in the organisation somebody is named.
import { prepare } from '../prepared.ts';
import type { Db } from '../schema.ts';

export type PlaceInTree = 'owner' | 'manager' | 'second-manager';

interface Named {
  owner: string | null;
  manager: string | null;
  secondManager: string | null;
}

const placesQuery = prepare<{ id: string }, Named>((db, { id }) => {
  const naming = (column: 'ownerId' | 'managerId' | 'secondManagerId') =>
    db.selectFrom('components').select('id').where(column, '=', id).limit(1);
  return db.selectNoFrom([
    naming('ownerId').as('owner'),
    naming('managerId').as('manager'),
    naming('secondManagerId').as('secondManager'),
  ]);
});

/** What any component names the person as. */
export async function placesInTree(db: Db, personId: string): Promise<PlaceInTree[]> {
  const named = (await placesQuery(db, { id: personId })).rows[0];
  const places: PlaceInTree[] = [];
  if (named?.owner != null) places.push('owner');
  if (named?.manager != null) places.push('manager');
  if (named?.secondManager != null) places.push('second-manager');
  return places;
}

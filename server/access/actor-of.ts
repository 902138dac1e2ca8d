// The actor that a person is: with their own roles, with what the organisation names them as, and with
// what the work in their hands lends them.
import { type Person, sightLentBy } from '../../engine/index.ts';
import { listLentWork, listWorkInHand } from '../store/queries/lent-work.ts';
import { placesInTree } from '../store/queries/places-in-tree.ts';
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';
import { scopeOf } from './authorize.ts';

async function isLentSight(db: Db, id: string): Promise<boolean> {
  if ((await listLentWork(db, id)).length > 0) return true;
  return (await listWorkInHand(db, id)).some(({ purpose }) => sightLentBy(purpose) !== null);
}

export async function actorOf(
  db: Db,
  { id, name, roles }: Pick<Person, 'id' | 'name' | 'roles'>,
): Promise<Actor> {
  const actor = { id, name, roles, places: await placesInTree(db, id) };
  if (scopeOf(actor, 'plans.read') !== null) return actor;
  return { ...actor, isLentSight: await isLentSight(db, id) };
}

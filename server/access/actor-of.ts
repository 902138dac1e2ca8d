// The actor that a person is: with their own roles, and with what the organisation names them as.
import type { Person } from '../../engine/index.ts';
import { placesInTree } from '../store/queries/places-in-tree.ts';
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';

export async function actorOf(
  db: Db,
  { id, name, roles }: Pick<Person, 'id' | 'name' | 'roles'>,
): Promise<Actor> {
  return { id, name, roles, places: await placesInTree(db, id) };
}

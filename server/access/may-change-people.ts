// Whether somebody may add and rename people: asked by their id, of what goes on after their request was answered.
import { findPerson } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import { systemActor, tokenActor } from './actor.ts';
import { scopeOf } from './authorize.ts';

export async function mayChangePeople(db: Db, actorId: string): Promise<boolean> {
  if (actorId === tokenActor.id || actorId === systemActor.id) return true;
  const person = await findPerson(db, actorId);
  return person !== null && scopeOf(person, 'people.change') !== null;
}

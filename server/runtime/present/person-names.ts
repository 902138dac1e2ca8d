// The name behind an actor's id: a person, an API key, the token, or the server itself.
import { systemActor, tokenActor } from '../../access/actor.ts';
import { keyNamesOf } from '../../store/queries/api-keys.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import type { Db } from '../../store/schema.ts';

export interface PersonRef {
  id: string;
  name: string;
}

/** Somebody who is no longer there keeps the id as a name. */
export async function personRefs(db: Db, ids: readonly string[]): Promise<(id: string) => PersonRef> {
  const names = await namesOf(db, ids);
  for (const { id, name } of await keyNamesOf(db, ids)) names.set(id, name);
  for (const { id, name } of [systemActor, tokenActor]) names.set(id, name);
  return (id) => ({ id, name: names.get(id) ?? id });
}

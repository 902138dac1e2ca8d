// What the lines of the audit trail are about, by name: of what is known by an id that says nothing.
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';
import type { ResourceName } from './named.ts';
import { namedKinds } from './named-kinds.ts';

const kindOf = (resource: string): string => resource.slice(0, resource.indexOf('/'));
const idOf = (resource: string): string => resource.slice(resource.indexOf('/') + 1);

export type NameOf = (resource: string) => ResourceName | null;

/** Null: of another kind, or not there any more. */
export async function resourceNames(db: Db, resources: readonly string[]): Promise<NameOf> {
  const names = new Map<string, ResourceName>();
  for (const [kind, found] of Map.groupBy(new Set(resources), kindOf)) {
    const read = namedKinds[kind];
    if (!read) continue;
    for (const ids of chunks(found.map(idOf)))
      for (const { id, ...name } of await read(db, ids)) names.set(`${kind}/${id}`, name);
  }
  return (resource) => names.get(resource) ?? null;
}

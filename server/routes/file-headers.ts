// What a list that is taken along as a file says of itself.
import { localDateOf } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import { homeZone } from '../runtime/absences/home.ts';

interface File {
  name: string;
  /** Of what is in it. */
  at: string;
  reader: Pick<Actor, 'id'>;
}

/** It is named by the day where its reader works. */
export async function fileHeaders({ store }: Pick<Deps, 'store'>, { name, at, reader }: File) {
  const zone = await store.read((db) => homeZone(db, reader.id));
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}-${localDateOf(at, zone)}.csv"`,
  };
}

// The components that a launch's selector means.
import type { Db } from '../schema.ts';
import { placesBelow } from './facts.ts';

export interface Selector {
  kinds?: string[] | undefined;
  /** This component and all below it. */
  under?: string | undefined;
}

/** In the order of their ids. */
export async function selectComponentIds(db: Db, { kinds, under }: Selector): Promise<string[]> {
  let query = db.selectFrom('components').select('id').orderBy('id');
  if (kinds) query = query.where('kind', 'in', kinds);
  const ids = (await query.execute()).map((row) => row.id);
  if (under === undefined) return ids;
  const within = new Set([under, ...(await placesBelow(db, under)).map((place) => place.id)]);
  return ids.filter((id) => within.has(id));
}

// The components that a launch's selector means.
import { type ComponentPick, isPicked, readPicks } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { placesBelow } from './facts.ts';

export interface Selector {
  kinds?: string[] | undefined;
  /** This component and all below it. */
  under?: string | undefined;
  /** Only what is chosen by these. */
  picks?: readonly ComponentPick[] | undefined;
  /** Without those that were closed before the day. */
  activeOn?: string | undefined;
}

async function pickedIds(db: Db, picks: readonly ComponentPick[]): Promise<Set<string>> {
  const places = await db.selectFrom('components').select(['id', 'parentId']).execute();
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const decided = readPicks(picks);
  const chainOf = (id: string): string[] => {
    const chain = new Set<string>();
    for (let at: string | null | undefined = id; at && !chain.has(at); at = parents.get(at)) chain.add(at);
    return [...chain];
  };
  return new Set([...parents.keys()].filter((id) => isPicked(chainOf(id), decided)));
}

/** In the order of their ids. */
export async function selectComponentIds(
  db: Db,
  { kinds, under, picks, activeOn }: Selector,
): Promise<string[]> {
  let query = db.selectFrom('components').select('id').orderBy('id');
  if (kinds) query = query.where('kind', 'in', kinds);
  if (activeOn !== undefined)
    query = query.where((e) => e.or([e('activeTo', 'is', null), e('activeTo', '>=', activeOn)]));
  const ids = (await query.execute()).map((row) => row.id);
  const within: ReadonlySet<string>[] = [];
  if (under !== undefined)
    within.push(new Set([under, ...(await placesBelow(db, under)).map((place) => place.id)]));
  if (picks) within.push(await pickedIds(db, picks));
  return ids.filter((id) => within.every((those) => those.has(id)));
}

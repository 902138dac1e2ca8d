// The components that a launch's selector means.
import { type ComponentPick, isPicked, localDateOf, readPicks } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { placesBelow } from './facts.ts';
import { componentZones } from './zones.ts';

export interface Selector {
  kinds?: string[] | undefined;
  /** This component and all below it. */
  under?: string | undefined;
  /** Only what is chosen by these. */
  picks?: readonly ComponentPick[] | undefined;
  /** Without those whose last day is over at the instant. */
  openAt?: string | undefined;
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

/** Where a day ends last, and where it begins first. */
const [LAST_ZONE, FIRST_ZONE] = ['Etc/GMT+12', 'Etc/GMT-14'];

/** A last day is over when it is so where the component is. */
async function openAmong(
  db: Db,
  places: readonly { id: string; activeTo: string | null }[],
  at: string,
): Promise<string[]> {
  const [earliest, latest] = [localDateOf(at, LAST_ZONE), localDateOf(at, FIRST_ZONE)];
  const near = places.filter(
    ({ activeTo }) => activeTo !== null && activeTo >= earliest && activeTo < latest,
  );
  const zoneOf = await componentZones(
    db,
    near.map(({ id }) => id),
  );
  const over = new Set(
    near.filter(({ id, activeTo }) => (activeTo ?? '') < localDateOf(at, zoneOf(id))).map(({ id }) => id),
  );
  return places
    .filter(({ id, activeTo }) => activeTo === null || (activeTo >= earliest && !over.has(id)))
    .map(({ id }) => id);
}

/** In the order of their ids. */
export async function selectComponentIds(
  db: Db,
  { kinds, under, picks, openAt }: Selector,
): Promise<string[]> {
  let query = db.selectFrom('components').select(['id', 'activeTo']).orderBy('id');
  if (kinds) query = query.where('kind', 'in', kinds);
  const places = await query.execute();
  const ids = openAt === undefined ? places.map(({ id }) => id) : await openAmong(db, places, openAt);
  const within: ReadonlySet<string>[] = [];
  if (under !== undefined)
    within.push(new Set([under, ...(await placesBelow(db, under)).map((place) => place.id)]));
  if (picks) within.push(await pickedIds(db, picks));
  return ids.filter((id) => within.every((those) => those.has(id)));
}

// Where every component stands, kept as long as the organisation is the same: each board asks, and it changes seldom.
import { listPlaces, placesStamp } from '../../store/queries/components.ts';
import type { Db } from '../../store/schema.ts';
import { makePlaces, type Places } from './places.ts';

/** One for each store: two of them have nothing to do with each other. */
export function makePlaceBooks() {
  let kept: { stamp: string; places: Places } | null = null;
  return async (db: Db): Promise<Places> => {
    const stamp = await placesStamp(db);
    if (kept?.stamp === stamp) return kept.places;
    const places = makePlaces(await listPlaces(db));
    kept = { stamp, places };
    return places;
  };
}
export type PlaceBooks = ReturnType<typeof makePlaceBooks>;

// In whose days something at a component is counted: the zone of it, else of the nearest above that has one.
import { sql } from 'kysely';
import { type Component, isZone, localDateOf } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { findComponents } from './components.ts';
import { lineageOf } from './facts.ts';

const known = (zone: string | null): string | null => (zone !== null && isZone(zone) ? zone : null);

/** `lineage` is the component and its ancestors, nearest first; null when none of them has a zone. */
export const zoneOf = (lineage: readonly Component[]): string | null =>
  known(lineage.find(({ zone }) => zone !== null)?.zone ?? null);

export const componentZone = async (db: Db, componentId: string): Promise<string> =>
  zoneOf(await lineageOf(db, componentId)) ?? 'UTC';

/** Of many at once: one query for each level of the tree. */
export async function componentZones(
  db: Db,
  componentIds: readonly string[],
): Promise<(componentId: string) => string> {
  const places = new Map<string, Component>();
  for (let next = new Set(componentIds); next.size > 0; ) {
    const found = await findComponents(db, [...next]);
    for (const one of found) places.set(one.id, one);
    next = new Set(
      found.flatMap(({ parentId }) => (parentId !== null && !places.has(parentId) ? [parentId] : [])),
    );
  }
  return (componentId) => {
    let place = places.get(componentId);
    while (place && place.zone === null) place = places.get(place.parentId ?? '');
    return known(place?.zone ?? null) ?? 'UTC';
  };
}

/** Of the organisation as a whole: of what is at its top, the first there that has one. */
export async function organisationZone(db: Db): Promise<string> {
  const tops = await db
    .selectFrom('components')
    .select('zone')
    .where('parentId', 'is', null)
    .where('zone', 'is not', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return tops.map(({ zone }) => known(zone)).find((zone) => zone !== null) ?? 'UTC';
}

/** Which day it is at each place where some component is. */
export async function daysNow(db: Db, at: string): Promise<string[]> {
  const rows = await db.selectFrom('components').select('zone').distinct().execute();
  const zones = new Set(rows.map(({ zone }) => known(zone) ?? 'UTC'));
  return [...zones].sort().map((zone) => localDateOf(at, zone));
}

/** Which day it is at the top of the tree. */
export async function organisationDay(db: Db, at: string): Promise<string> {
  const top = db.selectFrom('components').select('zone').where('parentId', 'is', null);
  const row = await top.orderBy(sql`zone is null`).orderBy('id').executeTakeFirst();
  return localDateOf(at, known(row?.zone ?? null) ?? 'UTC');
}

// What the components that moved were a part of, and from which day on.
import { sql } from 'kysely';
import { localDateOf, type Station } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { componentZones } from './zones.ts';

const parent = sql<string>`coalesce("parentId", '')`;

/** In the order of time; of several moves on one day of the component's place the last counts. */
export async function listStations(db: Db): Promise<Station[]> {
  const moved = db
    .selectFrom('componentVersions')
    .select('componentId')
    .groupBy('componentId')
    .having(sql<number>`count(distinct ${parent})`, '>', 1);
  const states = await db
    .selectFrom('componentVersions')
    .select(['componentId', 'parentId', 'at'])
    .where('componentId', 'in', moved)
    .orderBy('seq')
    .execute();
  const zoneOf = await componentZones(db, [...new Set(states.map(({ componentId }) => componentId))]);
  const stations = new Map<string, Station[]>();
  for (const { componentId, parentId, at } of states) {
    const known = stations.get(componentId) ?? [];
    const last = known.at(-1);
    if (last?.parentId === parentId) continue;
    const from = localDateOf(at, zoneOf(componentId));
    if (last?.from === from) known.pop();
    stations.set(componentId, [...known, { componentId, parentId, from }]);
  }
  return [...stations.values()].flat();
}

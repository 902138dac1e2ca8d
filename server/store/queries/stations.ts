// What the components that moved were a part of, and from which day on.
import { sql } from 'kysely';
import { localDateOf, type Station } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

const parent = sql<string>`coalesce("parentId", '')`;

/** In the order of time; of several moves on one day the last counts. Days as the roll-up counts them, by UTC. */
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
  const stations = new Map<string, Station[]>();
  for (const { componentId, parentId, at } of states) {
    const known = stations.get(componentId) ?? [];
    const last = known.at(-1);
    if (last?.parentId === parentId) continue;
    const from = localDateOf(at, 'UTC');
    if (last?.from === from) known.pop();
    stations.set(componentId, [...known, { componentId, parentId, from }]);
  }
  return [...stations.values()].flat();
}

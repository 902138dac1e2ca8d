// Plans that took an event and have ended since.
import type { Db } from '../schema.ts';

/** The names of their cycles, in the order in which they ended. */
export async function listEndedBy(
  db: Db,
  { componentId, eventType, since }: { componentId: string; eventType: string; since: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('plans as p')
    .innerJoin('history as h', 'h.planId', 'p.id')
    .leftJoin('cycleVersions as v', (join) =>
      join.onRef('v.cycleId', '=', 'p.cycleId').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.cycleId', 'v.name'])
    .where('p.componentId', '=', componentId)
    .where('h.eventType', '=', eventType)
    .where('p.status', '=', 'ended')
    .where('h.at', '>=', since)
    .orderBy('h.seq')
    .execute();
  return rows.map(({ cycleId, name }) => name ?? cycleId);
}

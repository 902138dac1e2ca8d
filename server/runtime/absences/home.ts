// Where a person works: the days of their leave begin and end in the zone of what they answer for.
import { lineageOf } from '../../store/queries/facts.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import { componentZone, zoneOf } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';

async function ownZone(db: Db, personId: string): Promise<string | null> {
  for (const { id: componentId } of await listOwnedBy(db, personId)) {
    const zone = zoneOf(await lineageOf(db, componentId));
    if (zone !== null) return zone;
  }
  return null;
}

export const homeZone = async (db: Db, personId: string): Promise<string> =>
  (await ownZone(db, personId)) ?? 'UTC';

/** In whose days a task is due for a person: who answers for nothing reads those of what it is about. */
export const taskZone = async (db: Db, personId: string | null, componentId: string): Promise<string> =>
  (personId && (await ownZone(db, personId))) || (await componentZone(db, componentId));

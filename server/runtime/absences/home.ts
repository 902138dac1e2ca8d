// Where a person works: the days of their leave begin and end in the zone of what they answer for.
import { lineageOf } from '../../store/queries/facts.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { Db } from '../../store/schema.ts';
import { zoneOf } from '../organisation/component-zone.ts';

export async function homeZone(db: Db, personId: string): Promise<string> {
  for (const { id: componentId } of await listOwnedBy(db, personId)) {
    const zone = zoneOf(await lineageOf(db, componentId));
    if (zone !== null) return zone;
  }
  return 'UTC';
}

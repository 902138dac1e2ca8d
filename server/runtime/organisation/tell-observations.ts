// What the feed tells of observations: that they are recorded once anybody may go by them, and until then that they are
// proposed.
import type { Observation } from '../../../engine/index.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { splitProposed } from './proposed-correction.ts';

async function tell(db: Db, type: string, { at, told }: { at: string; told: readonly Observation[] }) {
  for (const [componentId, { length: count }] of Map.groupBy(told, (one) => one.componentId))
    await appendFeed(db, { at, type, componentId, data: { count } });
}

export async function tellObservations(db: Db, at: string, told: readonly Observation[]): Promise<void> {
  const { inForce, proposed } = await splitProposed(db, told);
  await tell(db, 'observation.recorded', { at, told: inForce });
  await tell(db, 'observation.proposed', { at, told: proposed });
}

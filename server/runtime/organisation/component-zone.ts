// In whose days something at a component is counted: the zone of it, else of the nearest above that has one.
import { type Component, isZone } from '../../../engine/index.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import type { Db } from '../../store/schema.ts';

/** `lineage` is the component and its ancestors, nearest first; null when none of them has a zone. */
export const zoneOf = (lineage: readonly Component[]): string | null => {
  const zone = lineage.find((one) => one.zone !== null)?.zone ?? null;
  return zone !== null && isZone(zone) ? zone : null;
};

export const componentZone = async (db: Db, componentId: string): Promise<string> =>
  zoneOf(await lineageOf(db, componentId)) ?? 'UTC';

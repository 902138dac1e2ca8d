// The instant at which a day is over: what was so before it was so at the end of that day. It is one for the whole
// organisation, so that a tree whose parts keep other zones is read as it was at one moment.
import { addDays, startOfDay } from '../../engine/index.ts';
import { organisationZone } from '../store/queries/zones.ts';
import type { Db } from '../store/schema.ts';

export const dayAfter = async (db: Db, date: string): Promise<string> =>
  startOfDay(addDays(date, 1), await organisationZone(db));

/** Null: today. */
export const beforeOf = async (db: Db, asOf: string | undefined): Promise<string | null> =>
  asOf === undefined ? null : dayAfter(db, asOf);

// The part of the organisation's fiscal year around a day: what a launch covers when nobody says its days.
import { type Cadence, type Period, periodAround } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { readFiscalYearStart } from './settings.ts';

/** Without a cadence: the whole year. */
export const fiscalPeriod = async (db: Db, day: string, cadence?: Cadence): Promise<Period> =>
  periodAround(day, { cadence, fiscalYearStart: await readFiscalYearStart(db) });

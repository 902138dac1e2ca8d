// Observations: raw recorded facts. None is ever edited; a correction supersedes the one it corrects.
import type { Observation, Period } from '../../../engine/index.ts';
import type { Db, ObservationRow } from '../schema.ts';
import { among } from './among.ts';
import { chunks } from './goals.ts';

const toObservation = (row: Pick<ObservationRow, 'document'>): Observation => JSON.parse(row.document);
const toRow = (observation: Observation): ObservationRow => ({
  id: observation.id,
  measureId: observation.measureId,
  componentId: observation.componentId,
  periodStart: observation.periodStart,
  periodEnd: observation.periodEnd,
  status: observation.status,
  supersedes: observation.supersedes,
  document: JSON.stringify(observation),
  at: observation.at,
});

/** Observations of the measures whose period ends inside the given one, oldest first. */
export async function listObservationsOf(
  db: Db,
  measureIds: readonly string[],
  period?: Period,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const ids of chunks(measureIds)) {
    let query = db.selectFrom('observations').select('document').where('measureId', 'in', ids);
    if (period) query = query.where('periodEnd', '>=', period.start).where('periodStart', '<=', period.end);
    const rows = await query.orderBy('periodEnd').orderBy('at').orderBy('id').execute();
    observations.push(...rows.map(toObservation));
  }
  return observations;
}

export async function pageObservations(
  db: Db,
  page: {
    after: string;
    limit: number;
    componentIds: readonly string[] | 'all';
    measureId?: string | undefined;
  },
): Promise<Observation[]> {
  let query = db
    .selectFrom('observations')
    .select('document')
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit);
  if (page.componentIds !== 'all') query = query.where(among('componentId', page.componentIds));
  if (page.measureId) query = query.where('measureId', '=', page.measureId);
  return (await query.execute()).map(toObservation);
}

export async function findObservation(db: Db, id: string): Promise<Observation | null> {
  const row = await db.selectFrom('observations').select('document').where('id', '=', id).executeTakeFirst();
  return row ? toObservation(row) : null;
}

/** The observation in force for the measure and period: neither void nor superseded. */
export async function findInForce(
  db: Db,
  key: Pick<Observation, 'measureId' | 'periodStart' | 'periodEnd'>,
): Promise<Observation | null> {
  const row = await db
    .selectFrom('observations as o')
    .select('o.document')
    .where('o.measureId', '=', key.measureId)
    .where('o.periodStart', '=', key.periodStart)
    .where('o.periodEnd', '=', key.periodEnd)
    .where('o.status', '!=', 'void')
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('observations as later').select('later.id').whereRef('later.supersedes', '=', 'o.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return row ? toObservation(row) : null;
}

export async function insertObservations(db: Db, observations: readonly Observation[]): Promise<void> {
  for (const part of chunks(observations, 200)) {
    await db.insertInto('observations').values(part.map(toRow)).execute();
  }
}

export async function updateObservationStatus(db: Db, observation: Observation): Promise<void> {
  await db
    .updateTable('observations')
    .set({ status: observation.status, document: JSON.stringify(observation) })
    .where('id', '=', observation.id)
    .execute();
}

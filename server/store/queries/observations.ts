// Observations: raw recorded facts. None is ever edited; a correction supersedes the one it corrects.
import type { Observation, Period } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { ObservationRow } from '../schema/goals.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { chunks } from './goals.ts';

type Document = Pick<ObservationRow, 'document'>;
const toObservation = (row: Document): Observation => JSON.parse(row.document);
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

const byIdQuery = prepare<{ id: string }, Document>((db, given) =>
  db.selectFrom('observations').select('document').where('id', '=', given.id),
);

export async function findObservation(db: Db, id: string): Promise<Observation | null> {
  const [row] = (await byIdQuery(db, { id })).rows;
  return row ? toObservation(row) : null;
}

type Key = Pick<Observation, 'measureId' | 'periodStart' | 'periodEnd'>;

const inForceQuery = prepare<Key, Document>((db, given) =>
  db
    .selectFrom('observations as o')
    .select('o.document')
    .where('o.measureId', '=', given.measureId)
    .where('o.periodStart', '=', given.periodStart)
    .where('o.periodEnd', '=', given.periodEnd)
    .where('o.status', '!=', 'void')
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('observations as later').select('later.id').whereRef('later.supersedes', '=', 'o.id'),
        ),
      ),
    ),
);

/** Those in force for the measure and period: neither void nor superseded. Several where each is of another milestone. */
export async function listInForce(
  db: Db,
  { measureId, periodStart, periodEnd }: Key,
): Promise<Observation[]> {
  return (await inForceQuery(db, { measureId, periodStart, periodEnd })).rows.map(toObservation);
}

const insertQuery = prepare<ObservationRow, unknown>((db, row) => db.insertInto('observations').values(row));

export async function insertObservation(db: Db, observation: Observation): Promise<void> {
  await insertQuery(db, toRow(observation));
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

/** Of those with a day in the period. */
export async function textsOfObservationsIn(db: Db, { start, end }: Period): Promise<string[]> {
  const rows = await db
    .selectFrom('observations')
    .select('document')
    .where('periodEnd', '>=', start)
    .where('periodStart', '<=', end)
    .orderBy('id')
    .execute();
  return rows.map(({ document }) => document);
}

/** How far the observations, and what the feed tells of them, were read. */
export interface ObservationMark {
  count: number;
  lastAt: string;
  feedSeq: number;
}

export async function observationMark(db: Db): Promise<ObservationMark> {
  const { count, lastAt } = await db
    .selectFrom('observations')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('at').as('lastAt')])
    .executeTakeFirstOrThrow();
  const feed = await db.selectFrom('feed').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return { count, lastAt: lastAt ?? '', feedSeq: feed?.seq ?? 0 };
}

/** Those recorded at a later instant, of any period. */
export async function listObservationsSince(db: Db, { lastAt }: ObservationMark): Promise<Observation[]> {
  const rows = await db
    .selectFrom('observations')
    .select('document')
    .where('at', '>', lastAt)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toObservation);
}

export async function listVerifiedSince(db: Db, { feedSeq }: ObservationMark): Promise<string[]> {
  const lines = await db
    .selectFrom('feed')
    .select('data')
    .where('seq', '>', feedSeq)
    .where('type', '=', 'observation.verified')
    .execute();
  return lines.map(({ data }) => JSON.parse(data).id);
}

export async function findObservations(db: Db, ids: readonly string[]): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const part of chunks(ids)) {
    const rows = await db.selectFrom('observations').select('document').where('id', 'in', part).execute();
    observations.push(...rows.map(toObservation));
  }
  return observations;
}

// Measures: stored as their document, found by goal or component.
import type { Measure } from '../../../engine/index.ts';
import type { MeasureRow } from '../schema/goals.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { appendMeasureVersions, measuresAt } from './goal-versions.ts';
import { chunks } from './goals.ts';

const toMeasure = (row: Pick<MeasureRow, 'document'>): Measure => JSON.parse(row.document);
const toRow = (measure: Measure, componentId: string, at: string): MeasureRow => ({
  id: measure.id,
  goalId: measure.goalId,
  componentId,
  version: measure.version,
  document: JSON.stringify(measure),
  updatedAt: at,
});

/** Measures of the goals, in the order of their ids. `before`: as they were just before this instant. */
export async function listMeasuresOf(
  db: Db,
  goalIds: readonly string[],
  before: string | null = null,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const ids of chunks(goalIds)) {
    const rows = await db
      .selectFrom(measuresAt(before).as('measures'))
      .select('document')
      .where('goalId', 'in', ids)
      .orderBy('id')
      .execute();
    measures.push(...rows.map(toMeasure));
  }
  return measures;
}

export async function pageMeasures(
  db: Db,
  page: {
    after: string;
    limit: number;
    componentIds: readonly string[] | 'all';
    goalId?: string | undefined;
  },
): Promise<Measure[]> {
  let query = db
    .selectFrom('measures')
    .select('document')
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit);
  if (page.componentIds !== 'all') query = query.where(among('componentId', page.componentIds));
  if (page.goalId) query = query.where('goalId', '=', page.goalId);
  return (await query.execute()).map(toMeasure);
}

/** The measure and the component that its goal belongs to. */
export async function findMeasure(
  db: Db,
  id: string,
): Promise<{ measure: Measure; componentId: string } | null> {
  const row = await db
    .selectFrom('measures')
    .select(['document', 'componentId'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { measure: toMeasure(row), componentId: row.componentId } : null;
}

export async function findMeasures(
  db: Db,
  ids: readonly string[],
): Promise<{ measure: Measure; componentId: string }[]> {
  const found: { measure: Measure; componentId: string }[] = [];
  for (const part of chunks(ids)) {
    const rows = await db
      .selectFrom('measures')
      .select(['document', 'componentId'])
      .where('id', 'in', part)
      .execute();
    found.push(...rows.map((row) => ({ measure: toMeasure(row), componentId: row.componentId })));
  }
  return found;
}

export async function insertMeasures(
  db: Db,
  measures: readonly { measure: Measure; componentId: string }[],
  at: string,
): Promise<void> {
  for (const part of chunks(measures, 200)) {
    const rows = part.map(({ measure, componentId }) => toRow(measure, componentId, at));
    await db.insertInto('measures').values(rows).execute();
    await appendMeasureVersions(db, rows);
  }
}

export async function updateMeasure(
  db: Db,
  measure: Measure,
  componentId: string,
  at: string,
): Promise<void> {
  const row = toRow(measure, componentId, at);
  const { id, ...columns } = row;
  await db.updateTable('measures').set(columns).where('id', '=', id).execute();
  await appendMeasureVersions(db, [row]);
}

// Goals and measures as they were: one row for each state, with since when it holds.
import { type RawBuilder, sql } from 'kysely';
import type { GoalRow, MeasureRow } from '../schema/goals.ts';
import type { Db } from '../schema.ts';

type GoalAt = Pick<GoalRow, 'id' | 'componentId' | 'document'>;
type MeasureAt = Pick<MeasureRow, 'id' | 'goalId' | 'document'>;

/** As they were just before the instant; null: as they are. */
export const goalsAt = (before: string | null): RawBuilder<GoalAt> =>
  before === null
    ? sql<GoalAt>`(select id, "componentId", document from goals)`
    : sql<GoalAt>`(
        select "goalId" as id, "componentId", document from "goalVersions"
        where seq in (select max(seq) from "goalVersions" where at < ${before} group by "goalId")
      )`;
export const measuresAt = (before: string | null): RawBuilder<MeasureAt> =>
  before === null
    ? sql<MeasureAt>`(select id, "goalId", document from measures)`
    : sql<MeasureAt>`(
        select "measureId" as id, "goalId", document from "measureVersions"
        where seq in (select max(seq) from "measureVersions" where at < ${before} group by "measureId")
      )`;

export async function appendGoalVersions(db: Db, goals: readonly GoalRow[]): Promise<void> {
  const versions = goals.map(({ id, componentId, document, updatedAt }) => ({
    ...{ goalId: id, componentId, document, at: updatedAt },
  }));
  await db.insertInto('goalVersions').values(versions).execute();
}

export async function appendMeasureVersions(db: Db, measures: readonly MeasureRow[]): Promise<void> {
  const versions = measures.map(({ id, goalId, componentId, document, updatedAt }) => ({
    ...{ measureId: id, goalId, componentId, document, at: updatedAt },
  }));
  await db.insertInto('measureVersions').values(versions).execute();
}

/** Since when goals are on record; null: from the first one on. */
export async function goalsRecordedFrom(db: Db): Promise<string | null> {
  const { from } = await db
    .selectFrom('goalVersions')
    .select((e) => e.fn.min('at').as('from'))
    .where('carried', '=', 1)
    .executeTakeFirstOrThrow();
  return from;
}

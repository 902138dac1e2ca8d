// A mark of all that the organisation's scores rest on: as long as it is the same, so are they.
import type { Db } from '../schema.ts';

/** What was set right later is a row more, or is told by the feed. */
export async function scoreStamp(db: Db): Promise<string> {
  const feed = await db
    .selectFrom('feed')
    .select('seq')
    .where('movesScores', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const written = async (table: 'goals' | 'measures') =>
    db
      .selectFrom(table)
      .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('updatedAt').as('last')])
      .executeTakeFirst();
  const versions = await db
    .selectFrom('componentVersions')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('seq').as('last')])
    .executeTakeFirst();
  const components = await db
    .selectFrom('components')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  const observations = await db
    .selectFrom('observations')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('at').as('last')])
    .executeTakeFirst();
  const absences = await db
    .selectFrom('absences')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('settledAt').as('last')])
    .executeTakeFirst();
  return JSON.stringify([
    feed?.seq,
    await written('goals'),
    await written('measures'),
    versions,
    components,
    observations,
    absences,
  ]);
}

// A mark of all that the organisation's scores rest on: as long as it is the same, so are they. Figures come all day, and
// what they are figures of changes seldom: both can be told apart.
import type { Db } from '../schema.ts';

export interface ScoreStamp {
  /** Of the last line of the feed that tells of such a change. */
  feed: number | null;
  observations: string;
  /** Everything but the observations. */
  organisation: string;
}

/** What was set right later is a row more, or is told by the feed. */
export async function scoreStamp(db: Db): Promise<ScoreStamp> {
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
  return {
    feed: feed?.seq ?? null,
    observations: JSON.stringify(observations),
    organisation: JSON.stringify([
      await written('goals'),
      await written('measures'),
      versions,
      components,
      absences,
    ]),
  };
}

/** Whether nothing but figures came from the one mark to the other, or nothing. No: it did, or nobody can tell any more. */
export async function onlyFiguresCame(db: Db, before: ScoreStamp, now: ScoreStamp): Promise<boolean> {
  if (before.organisation !== now.organisation) return false;
  const { feed } = before;
  if (feed === now.feed) return true;
  if (feed === null) return false;
  // The feed forgets what is old: as long as it has the line of before, it has all that came after it.
  const telling = await db
    .selectFrom('feed')
    .select('seq')
    .where('seq', '>=', feed)
    .where('movesScores', 'is not', null)
    .where((e) =>
      e.or([e('seq', '=', feed), e('type', 'not in', ['observation.recorded', 'observation.verified'])]),
    )
    .orderBy('seq')
    .limit(2)
    .execute();
  return telling.length === 1 && telling[0]?.seq === feed;
}

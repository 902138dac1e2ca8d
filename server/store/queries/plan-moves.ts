// When a plan moved last, as an order of plans goes by it. From one page to the next a plan may move; it keeps its place.
import { type RawBuilder, sql } from 'kysely';
import { figuresChanged, migratedEvent, undoneEvent } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

const own = sql<string>`p."movedAt"`;
/** Lines that a history has of a plan that did not move. */
const unmoved = sql`(${sql.join([figuresChanged, migratedEvent, undoneEvent])})`;

/** Then its order has to be asked of the histories, which is dearer. */
export async function hasMovedSince(db: Db, at: string): Promise<boolean> {
  const row = await db.selectFrom('plans').select('id').where('movedAt', '>', at).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Of a plan `p`. One that began after the instant has not moved before it: that is told as it is. */
export const movedAsOf = (at: string | undefined): RawBuilder<string> =>
  at === undefined
    ? own
    : sql<string>`case when p."movedAt" <= ${at} then p."movedAt" else coalesce((
        with recursive lines(previous, at, type) as (
          select h.previous, h.at, h."eventType" from history as h where h.seq = p."lastLine"
          union all
          select h.previous, h.at, h."eventType" from lines join history as h on h.seq = lines.previous
          where lines.at > ${at} or lines.type in ${unmoved}
        )
        select max(lines.at) from lines where lines.at <= ${at} and lines.type not in ${unmoved}
      ), p."movedAt") end`;

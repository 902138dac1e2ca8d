// The lines of histories, followed from a plan's last line back: each names the one before it. An index by plan would
// have every event write a page of its own, as plans take turns; only each 64th line of a plan is in one.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { PlanRow } from '../schema/plans.ts';
import type { Db, Schema } from '../schema.ts';

type OfPlans = ExpressionBuilder<Schema & { p: PlanRow }, 'p'>;

/** As it stands in the index `history_marks`. */
const isMarked = sql<SqlBool>`"revision" % 64 = 0`;

/** All lines of the plans that `which` says of `p`, in no order. */
export const linesOfPlans = (db: Db, which: (of: OfPlans) => Expression<SqlBool>) =>
  db
    .withRecursive('lines', (tree) =>
      tree
        .selectFrom('plans as p')
        .select('p.lastLine as seq')
        .where(which)
        .where('p.lastLine', 'is not', null)
        .unionAll((all) =>
          all
            .selectFrom('lines')
            .innerJoin('history as h', 'h.seq', 'lines.seq')
            .select('h.previous as seq')
            .where('h.previous', 'is not', null),
        ),
    )
    .selectFrom('lines')
    .innerJoin('history', 'history.seq', 'lines.seq');

export interface Span {
  planId: string;
  /** The first revision. */
  from: number;
  /** The last one; the plan's own without. */
  to?: number;
}

/** The lines of one plan, revisions from and to included, in no order; it costs no more than they are and 64. */
export const linesWithin = (db: Db, { planId, from, to }: Span) => {
  const last = db.selectFrom('plans').select('lastLine').where('id', '=', planId);
  const marked = db
    .selectFrom('history')
    .select('seq')
    .where('planId', '=', planId)
    .where('revision', '>=', to ?? 0)
    .where(isMarked)
    .orderBy('revision')
    .limit(1);
  return db
    .withRecursive('lines', (tree) =>
      tree
        .selectFrom('history')
        .select(['seq', 'previous', 'revision'])
        .where('seq', '=', to === undefined ? last : sql<number>`coalesce(${marked}, ${last})`)
        .unionAll((all) =>
          all
            .selectFrom('lines')
            .innerJoin('history as h', 'h.seq', 'lines.previous')
            .select(['h.seq', 'h.previous', 'h.revision'])
            .where('lines.revision', '>', from),
        ),
    )
    .selectFrom('lines')
    .innerJoin('history', 'history.seq', 'lines.seq')
    .where('history.revision', '>=', from)
    .$if(to !== undefined, (query) => query.where('history.revision', '<=', to ?? 0));
};

// Plans in the order of a column of their list.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { type Asked, behind, orderBy } from './in-order.ts';
import { movedAtIn, type PlanFilter, type PlanInList, toItem } from './plan-list.ts';
import { dueOf, withDue } from './plan-urgency.ts';

export const planSorts = ['component', 'cycle', 'stage', 'round', 'score', 'dueAt', 'movedAt'] as const;
export type PlanSort = (typeof planSorts)[number];
export const numberSorts: readonly PlanSort[] = ['round', 'score'];

const sortedBy: Record<PlanSort, RawBuilder<unknown>> = {
  component: sql`fold(c.name)`,
  cycle: sql`fold(v.name) || printf(' %09d', p.version)`,
  stage: sql`p.stage`,
  round: sql`p.round`,
  // Without a score before all that have one.
  score: sql`coalesce(p.score, -1)`,
  dueAt: dueOf,
  movedAt: sql`p."movedAt"`,
};

/** Plans that stand elsewhere for the reader are sorted by where that is. */
function sortValue(sort: PlanSort, filter: PlanFilter): RawBuilder<unknown> {
  if (sort === 'movedAt') return movedAtIn(filter);
  const own = sortedBy[sort];
  const { standing } = filter;
  if (!standing || standing.size === 0 || (sort !== 'stage' && sort !== 'round')) return own;
  const ways = [...standing].map(
    ([id, at]) => sql`when ${id} then ${sort === 'stage' ? JSON.stringify(at.stage) : at.round}`,
  );
  return sql`case p.id ${sql.join(ways, sql` `)} else ${own} end`;
}

/** A page, each plan with the value by which it stands there. */
export async function pageSortedPlans(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  { filter, asked }: { filter: PlanFilter; asked: Asked<PlanSort> },
): Promise<(PlanInList & { sortedBy: string | number })[]> {
  const order = { by: sortValue(asked.sort, filter), id: sql`p.id`, isDescending: asked.isDescending };
  let query = withDue(db, filter)
    .select(sql<string | number>`${order.by}`.as('sortedBy'))
    .where(behind(order, asked.after));
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  const rows = await query.orderBy(orderBy(order)).limit(asked.limit).execute();
  return rows.map(({ sortedBy: value, ...row }) => ({ ...toItem(row), sortedBy: value }));
}

// Plans in the order of a column of their list.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { type Asked, behind, orderBy } from './in-order.ts';
import { movedAtIn, type PlanFilter, type PlanInList, type StandsAt, toItem } from './plan-list.ts';
import { dueOf, withDue } from './plan-urgency.ts';

export const planSorts = ['component', 'cycle', 'stage', 'round', 'score', 'dueAt', 'movedAt'] as const;
export type PlanSort = (typeof planSorts)[number];
export const numberSorts: readonly PlanSort[] = ['round', 'score'];

interface Where {
  cycleId: string;
  version: number;
  stage: readonly string[];
}

/** Where plans stand for the reader alone, wherever else they are. */
async function wheresOf(db: Db, standing: ReadonlyMap<string, StandsAt>): Promise<Where[]> {
  if (standing.size === 0) return [];
  const rows = await db
    .selectFrom('plans')
    .select(['id', 'cycleId', 'version'])
    .where(among('id', standing.keys()))
    .execute();
  return rows.map(({ id, ...row }) => ({ ...row, stage: standing.get(id)?.stage ?? [] }));
}

/** Where running plans are, each once: what the stages are called stands in their versions. */
export async function listWheres(db: Db, { standing = new Map() }: PlanFilter): Promise<Where[]> {
  const rows = await db
    .selectFrom('plans')
    .select(['cycleId', 'version', 'stage'])
    .distinct()
    .where('status', '!=', 'ended')
    .execute();
  return [
    ...rows.map((row) => ({ ...row, stage: JSON.parse(row.stage) })),
    ...(await wheresOf(db, standing)),
  ];
}

/** As the query below says it too: the label of a JSON object has no quotes. */
export const whereKey = (cycleId: string, version: number, stage: readonly string[]): string =>
  `${cycleId} ${version} ${JSON.stringify(stage).replaceAll('"', '')}`;
const keyAt = (stage: RawBuilder<unknown>) =>
  sql`p."cycleId" || ' ' || p.version || ' ' || replace(${stage}, '"', '')`;

/** By the names that the list shows; those that ended come after all others, by how they ended. */
function byStage(names: ReadonlyMap<string, string>, filter: PlanFilter): RawBuilder<unknown> {
  const stage = standingIn(filter, sql`p.stage`, (at) => JSON.stringify(at.stage));
  const hasEnded = sql`p.status = 'ended' and not ${among('p.id', filter.standing?.keys() ?? [])}`;
  return sql`case when ${hasEnded} then char(65535) || fold(coalesce(p.ending, ''))
    else coalesce(fold(${JSON.stringify(Object.fromEntries(names))} ->> (${keyAt(stage)})), '') end`;
}

const sortedBy: Record<Exclude<PlanSort, 'stage' | 'dueAt' | 'movedAt'>, RawBuilder<unknown>> = {
  component: sql`fold(c.name)`,
  cycle: sql`fold(v.name) || printf(' %09d', p.version)`,
  round: sql`p.round`,
  // Without a score before all that have one.
  score: sql`coalesce(p.score, -1)`,
};

/** A plan that stands elsewhere for the reader is sorted by where that is. */
function standingIn(
  { standing }: PlanFilter,
  own: RawBuilder<unknown>,
  of: (at: StandsAt) => string | number,
): RawBuilder<unknown> {
  if (!standing || standing.size === 0) return own;
  const ways = [...standing].map(([id, at]) => sql`when ${id} then ${of(at)}`);
  return sql`case p.id ${sql.join(ways, sql` `)} else ${own} end`;
}

function sortValue(sort: PlanSort, { filter, stageNames }: Omit<Sorted, 'asked'>): RawBuilder<unknown> {
  if (sort === 'movedAt') return movedAtIn(filter);
  if (sort === 'dueAt') return dueOf(filter);
  if (sort === 'round') return standingIn(filter, sortedBy.round, ({ round }) => round);
  if (sort !== 'stage') return sortedBy[sort];
  return byStage(stageNames, filter);
}

interface Sorted {
  filter: PlanFilter;
  asked: Asked<PlanSort>;
  /** What the stages of a plan are called together, by `whereKey`. */
  stageNames: ReadonlyMap<string, string>;
}

/** A page, each plan with the value by which it stands there. */
export async function pageSortedPlans(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  { asked, ...given }: Sorted,
): Promise<(PlanInList & { sortedBy: string | number })[]> {
  const order = { by: sortValue(asked.sort, given), id: sql`p.id`, isDescending: asked.isDescending };
  let query = withDue(db, given.filter)
    .select(sql<string | number>`${order.by}`.as('sortedBy'))
    .where(behind(order, asked.after));
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  const rows = await query.orderBy(orderBy(order)).limit(asked.limit).execute();
  return rows.map(({ sortedBy: value, ...row }) => ({ ...toItem(row), sortedBy: value }));
}

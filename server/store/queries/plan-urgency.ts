// Plans by how much they need somebody: what failed first, then what is overdue longest, then what is due next, then what
// has stood longest.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import {
  failedIn,
  filtered,
  hasFailed,
  movedAtIn,
  type PlanFilter,
  type PlanInList,
  select,
  toItem,
} from './plan-list.ts';

/** After every instant: a plan without a due task comes behind all that have one. */
const NEVER = '9999';
/** Before every instant: a plan of which a step failed cannot go on at all. */
const AT_ONCE = '';

export interface Urgency {
  dueAt: string;
  movedAt: string;
  id: string;
}

const isOpen = sql<SqlBool>`state = 'open'`;

const wasOpen = (asOf: string): RawBuilder<SqlBool> => sql`"openedAt" <= ${asOf} and (
  state = 'open' or (state = 'completed' and "completedAt" > ${asOf})
  or (state = 'closed' and "closedAt" > ${asOf}))`;

/** Of several changes only the last is known: who goes on from page to page while two are made may miss a plan. */
const dueAsOf = (asOf: string | undefined): RawBuilder<string | null> =>
  asOf === undefined
    ? sql`"dueAt"`
    : sql`case when "dueChangedAt" > ${asOf} then "dueBefore" else "dueAt" end`;

/** With the instant at which the first of a plan's open tasks is due. */
export function withDue(db: Db, filter: PlanFilter) {
  const apart = [...(filter.standing?.keys() ?? [])];
  return filtered(select(db), filter).leftJoin(
    (e) =>
      e
        .selectFrom('tasks')
        .select((t) => ['planId', t.fn.min(dueAsOf(filter.orderAsOf)).as('dueAt')])
        .where(filter.orderAsOf === undefined ? isOpen : wasOpen(filter.orderAsOf))
        .$if(apart.length > 0, (open) => open.where('planId', 'not in', apart))
        .groupBy('planId')
        .as('due'),
    (join) => join.onRef('due.planId', '=', 'p.id'),
  );
}

function failedFor(filter: PlanFilter): RawBuilder<SqlBool> {
  const failed = failedIn(filter);
  const { standing } = filter;
  return standing && standing.size > 0 ? sql`${failed} and not ${among('p.id', standing.keys())}` : failed;
}

/** When a plan needs somebody, as far as the reader may know. */
export const dueOf = (filter: PlanFilter): RawBuilder<string> =>
  sql`case when ${failedFor(filter)} then ${AT_ONCE} else coalesce(due."dueAt", ${NEVER}) end`;

/** In the order of urgency, behind the one that `after` tells of. */
export async function pageUrgentPlans(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  { filter, after, limit }: { filter: PlanFilter; after: Urgency | null; limit: number },
): Promise<(PlanInList & { dueAt: string; orderedAt: string })[]> {
  const due = dueOf(filter);
  const movedAt = movedAtIn(filter);
  let query = withDue(db, filter).select([due.as('dueAt'), movedAt.as('orderedAt')]);
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  if (after)
    query = query.where((e) => {
      const sameDue = e(due, '=', after.dueAt);
      const ways: Expression<SqlBool>[] = [
        e(due, '>', after.dueAt),
        e.and([sameDue, e(movedAt, '>', after.movedAt)]),
        e.and([sameDue, e(movedAt, '=', after.movedAt), e('p.id', '>', after.id)]),
      ];
      return e.or(ways);
    });
  const rows = await query.orderBy(due).orderBy(movedAt).orderBy('p.id').limit(limit).execute();
  return rows.map(({ dueAt, orderedAt, ...row }) => ({ ...toItem(row), dueAt, orderedAt }));
}

export interface PlansTogether {
  cycleId: string;
  cycleName: string;
  stage: string[];
  count: number;
  /** How many of them wait since a step failed. */
  stuck: number;
}

/** How many plans fit, by their cycle and where they are in it. */
export async function groupPlans(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  filter: PlanFilter,
): Promise<PlansTogether[]> {
  let query = filtered(select(db), filter)
    .clearSelect()
    .select((e) => ['p.cycleId', 'p.stage', e.fn.max('v.name').as('cycleName')])
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.sum<number>(sql`case when ${hasFailed} then 1 else 0 end`).as('stuck'),
    ])
    .groupBy(['p.cycleId', 'p.stage']);
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  const rows = await query.execute();
  return rows.map(({ count, stuck, stage, ...row }) => ({
    ...row,
    ...{ count: Number(count), stuck: Number(stuck), stage: JSON.parse(stage) },
  }));
}

// Plans as lists show them, with the names around them.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlanRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { movedAsOf } from './plan-moves.ts';
import { saysAll } from './words.ts';

export interface PlanFilter {
  cycleId?: string | undefined;
  componentId?: string | undefined;
  stage?: string | undefined;
  status?: string | undefined;
  /** none: without one. */
  outcome?: string | undefined;
  launchId?: string | undefined;
  q?: string | undefined;
  version?: number | undefined;
  kind?: string | undefined;
  /** Local dates: begun between them, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only plans that wait since a step of theirs failed. */
  stuck?: boolean | undefined;
  /** Only plans with an open task of this person. */
  owes?: string | undefined;
  /** Only plans with an open task that was due before this instant. */
  lateAt?: string | undefined;
  /** Only plans with an open task that is not this person's and says the words, as its component may. */
  waitsFor?: { othersThan: string; q?: string | undefined } | undefined;
  /** Only of these components. */
  componentIds?: ReadonlySet<string> | undefined;
  /** Without these plans. */
  except?: ReadonlySet<string> | undefined;
  /** Only these plans. */
  only?: ReadonlySet<string> | undefined;
  /** As of when plans are in order: what fails, is settled, done or opened from one page to the next moves no plan. Without: now. */
  orderAsOf?: string | undefined;
  /** As of when a plan has moved; told where some have moved since. Without: now. */
  movedAsOf?: string | undefined;
  /** Plans that stand elsewhere for the reader than they do: there, under way, with no due dates of others. */
  standing?: ReadonlyMap<string, StandsAt> | undefined;
}
export interface StandsAt {
  stage: readonly string[];
  round: number;
  /** Since when. */
  at: string;
}

export type PlanInList = Omit<PlanRow, 'state' | 'stage' | 'lastLine'> & {
  stage: string[];
  componentName: string;
  componentKind: string;
  cycleName: string;
};

export const select = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .innerJoin('cycleVersions as v', (join) =>
      join.onRef('v.cycleId', '=', 'p.cycleId').onRef('v.version', '=', 'p.version'),
    )
    .select([
      'p.id',
      'p.componentId',
      'p.cycleId',
      'p.version',
      'p.launchId',
      'p.status',
      'p.stage',
      'p.outcome',
      'p.score',
      'p.coverage',
      'p.round',
      'p.ending',
      'p.revision',
      'p.startedAt',
      'p.movedAt',
      'c.name as componentName',
      'c.kind as componentKind',
      'v.name as cycleName',
    ]);
type Select = ReturnType<typeof select>;

const nowhereElse: NonNullable<PlanFilter['standing']> = new Map();

function byOthers(query: Select, { othersThan, q = '' }: NonNullable<PlanFilter['waitsFor']>): Select {
  return query.where((e) =>
    e.exists(
      e
        .selectFrom('tasks as w')
        .select('w.id')
        .whereRef('w.planId', '=', 'p.id')
        .where('w.state', '=', 'open')
        .where('w.assigneeId', 'is distinct from', othersThan)
        .where(saysAll(sql`(w.title || ' ' || c.name)`, q)),
    ),
  );
}

function byTasks(query: Select, { owes, lateAt }: PlanFilter): Select {
  if (owes === undefined && lateAt === undefined) return query;
  return query.where((e) => {
    let open = e
      .selectFrom('tasks as t')
      .select('t.id')
      .whereRef('t.planId', '=', 'p.id')
      .where('t.state', '=', 'open');
    if (owes !== undefined) open = open.where('t.assigneeId', '=', owes);
    if (lateAt !== undefined) open = open.where('t.dueAt', '<', lateAt);
    return e.exists(open);
  });
}

function byPlace(query: Select, { stage, status, standing = nowhereElse }: PlanFilter): Select {
  if (!stage && !status) return query;
  const fits = ({ stage: at }: StandsAt) => status !== 'ended' && (!stage || at.includes(stage));
  const apart = [...standing.keys()];
  const fitting = [...standing].filter(([, at]) => fits(at)).map(([id]) => id);
  return query.where((e) => {
    const here: Expression<SqlBool>[] = [];
    if (apart.length > 0) here.push(e('p.id', 'not in', apart));
    if (status) here.push(e('p.status', '=', status));
    if (stage) here.push(e('p.stage', 'like', `%${JSON.stringify(stage)}%`));
    return fitting.length > 0 ? e.or([e('p.id', 'in', fitting), e.and(here)]) : e.and(here);
  });
}

function byDays(query: Select, { from, to }: PlanFilter): Select {
  let narrowed = query;
  if (from) narrowed = narrowed.where('p.startedAt', '>=', from);
  // Instants of the last day are greater than its date, and less than the date with this letter behind it.
  return to ? narrowed.where('p.startedAt', '<', `${to}U`) : narrowed;
}

/** A step of the plan failed, and nobody has decided yet what becomes of it. */
export const hasFailed = sql<SqlBool>`p.id in (
  select i."planId" from incidents as i where i.state = 'open')`;

const hadFailed = (asOf: string): RawBuilder<SqlBool> => sql`p.id in (
  select i."planId" from incidents as i
  where i.at <= ${asOf} and (i.state = 'open' or i."settledAt" > ${asOf}))`;

/** As the order of the list goes by it. */
export const failedIn = ({ orderAsOf }: PlanFilter): RawBuilder<SqlBool> =>
  orderAsOf === undefined ? hasFailed : hadFailed(orderAsOf);

export function filtered(query: Select, filter: PlanFilter): Select {
  let narrowed = query;
  if (filter.cycleId) narrowed = narrowed.where('p.cycleId', '=', filter.cycleId);
  if (filter.componentId) narrowed = narrowed.where('p.componentId', '=', filter.componentId);
  if (filter.outcome === 'none') narrowed = narrowed.where('p.outcome', 'is', null);
  else if (filter.outcome) narrowed = narrowed.where('p.outcome', '=', filter.outcome);
  if (filter.launchId) narrowed = narrowed.where('p.launchId', '=', filter.launchId);
  if (filter.version) narrowed = narrowed.where('p.version', '=', filter.version);
  if (filter.kind) narrowed = narrowed.where('c.kind', '=', filter.kind);
  if (filter.componentIds) narrowed = narrowed.where(among('p.componentId', filter.componentIds));
  if (filter.except && filter.except.size > 0)
    narrowed = narrowed.where('p.id', 'not in', [...filter.except]);
  if (filter.only) narrowed = narrowed.where(among('p.id', filter.only));
  narrowed = byDays(byTasks(byPlace(narrowed, filter), filter), filter);
  if (filter.stuck) narrowed = narrowed.where(hasFailed);
  if (filter.waitsFor) narrowed = byOthers(narrowed, filter.waitsFor);
  return filter.q ? narrowed.where(saysAll(sql`(c.name || ' ' || v.name)`, filter.q)) : narrowed;
}

export const toItem = (row: Omit<PlanInList, 'stage'> & { stage: string }): PlanInList => ({
  ...row,
  stage: JSON.parse(row.stage),
});

/** When a plan came to where it stands for the reader. */
export function movedAtIn({ standing, movedAsOf: asOf }: PlanFilter): RawBuilder<string> {
  const own = movedAsOf(asOf);
  if (!standing || standing.size === 0) return own;
  const ways = [...standing].map(([id, { at }]) => sql`when ${id} then ${at}`);
  return sql`case p.id ${sql.join(ways, sql` `)} else ${own} end`;
}

export interface PlanPage {
  before: { at: string; id: string } | null;
  limit: number;
}

/** Those that moved last come first. */
export async function pagePlans(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  { filter, page }: { filter: PlanFilter; page: PlanPage },
): Promise<(PlanInList & { orderedAt: string })[]> {
  const { before, limit } = page;
  const movedAt = movedAtIn(filter);
  let query = filtered(select(db), filter).select(movedAt.as('orderedAt'));
  if (visible !== 'all') {
    if (visible.size === 0) return [];
    query = query.where(among('p.componentId', visible));
  }
  if (before)
    query = query.where((e) => {
      const ways: Expression<SqlBool>[] = [
        e(movedAt, '<', before.at),
        e.and([e(movedAt, '=', before.at), e('p.id', '<', before.id)]),
      ];
      return e.or(ways);
    });
  const rows = await query.orderBy(movedAt, 'desc').orderBy('p.id', 'desc').limit(limit).execute();
  return rows.map(({ orderedAt, ...row }) => ({ ...toItem(row), orderedAt }));
}

/** All of them, without what the list shows. */
export async function listPlanIds(
  db: Db,
  visible: ReadonlySet<string> | 'all',
  filter: PlanFilter,
): Promise<string[]> {
  let query = filtered(select(db), filter);
  if (visible !== 'all') query = query.where(among('p.componentId', visible));
  return (await query.clearSelect().select('p.id').execute()).map(({ id }) => id);
}

export async function findPlanInList(db: Db, id: string): Promise<PlanInList | null> {
  const row = await select(db).where('p.id', '=', id).executeTakeFirst();
  return row ? toItem(row) : null;
}

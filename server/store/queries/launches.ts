// Launches: a cycle started for many components at once, one item for each.

import type { Selectable } from 'kysely';
import { type Anonymity, type JsonObject, type Period, toAnonymity } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { LaunchItemRow, LaunchRow } from '../schema/launches.ts';
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

export interface Launch {
  id: string;
  cycleId: string;
  version: number;
  period: Period;
  variables: JsonObject;
  originPlanId: string | null;
  /** Also for components that have an active plan of the cycle. */
  again: boolean;
  /** How raters answer in its plans. */
  anonymity: Anonymity;
  status: 'running' | 'done';
  total: number;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
}
/** skipped: the component has an active plan of the cycle, which is the item's plan. */
type ItemState = 'waiting' | 'started' | 'failed' | 'skipped';
export type LaunchItem = Omit<LaunchItemRow, 'state'> & { state: ItemState; componentName: string | null };

type StoredLaunch = Selectable<LaunchRow>;
const toLaunch = ({ periodStart, periodEnd, variables, again, ...row }: StoredLaunch): Launch => ({
  ...row,
  anonymity: toAnonymity(row.anonymity),
  again: again === 1,
  period: { start: periodStart, end: periodEnd },
  variables: JSON.parse(variables),
  status: row.status as Launch['status'],
});

export async function insertLaunch(db: Db, { period, variables, again, ...launch }: Launch): Promise<void> {
  await db
    .insertInto('launches')
    .values({
      ...launch,
      again: again ? 1 : 0,
      periodStart: period.start,
      periodEnd: period.end,
      variables: JSON.stringify(variables),
    })
    .execute();
}

/** `problem` for all of them: none will be started. */
export async function insertLaunchItems(
  db: Db,
  { launchId, componentIds, problem }: { launchId: string; componentIds: string[]; problem: string | null },
): Promise<void> {
  const items = componentIds.map((componentId, position) => ({
    launchId,
    position,
    componentId,
    state: problem === null ? 'waiting' : 'failed',
    planId: null,
    problem,
  }));
  for (const part of chunks(items)) await db.insertInto('launchItems').values(part).execute();
}

export async function findLaunch(db: Db, id: string): Promise<Launch | null> {
  const row = await db.selectFrom('launches').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toLaunch(row) : null;
}

/** Those that people started, newest first. */
export async function pageLaunches(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<Launch[]> {
  let query = db
    .selectFrom('launches')
    .selectAll()
    .where('originPlanId', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before)
    query = query.where((e) =>
      e.or([
        e('createdAt', '<', before.at),
        e.and([e('createdAt', '=', before.at), e('id', '<', before.id)]),
      ]),
    );
  return (await query.execute()).map(toLaunch);
}

const runningQuery = prepare<Record<never, never>, StoredLaunch>((db) =>
  db
    .selectFrom('launches')
    .selectAll()
    .where('status', '=', 'running')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1),
);

/** The oldest launch that is not done. */
export async function findRunningLaunch(db: Db): Promise<Launch | null> {
  const [row] = (await runningQuery(db, {})).rows;
  return row ? toLaunch(row) : null;
}

export interface LaunchCounts {
  started: number;
  failed: number;
  skipped: number;
}
export const nothingYet: Readonly<LaunchCounts> = { started: 0, failed: 0, skipped: 0 };

const isCounted = (state: string): state is keyof LaunchCounts => state in nothingYet;

export async function countLaunchItems(db: Db, launchIds: string[]): Promise<Map<string, LaunchCounts>> {
  const counts = new Map(launchIds.map((id) => [id, { ...nothingYet }]));
  if (launchIds.length === 0) return counts;
  const rows = await db
    .selectFrom('launchItems')
    .select((e) => ['launchId', 'state', e.fn.countAll<number>().as('count')])
    .where('launchId', 'in', launchIds)
    .where('state', 'in', Object.keys(nothingYet))
    .groupBy(['launchId', 'state'])
    .execute();
  for (const { launchId, state, count } of rows) {
    const of = counts.get(launchId);
    if (of && isCounted(state)) of[state] = Number(count);
  }
  return counts;
}

export async function listWaitingItems(db: Db, launchId: string, limit: number): Promise<LaunchItemRow[]> {
  return db
    .selectFrom('launchItems')
    .selectAll()
    .where('launchId', '=', launchId)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();
}

const settleQuery = prepare<Omit<LaunchItemRow, 'componentId'>, unknown>((db, row) =>
  db
    .updateTable('launchItems')
    .set({ state: row.state, planId: row.planId, problem: row.problem })
    .where('launchId', '=', row.launchId)
    .where('position', '=', row.position),
);

export async function settleLaunchItem(
  db: Db,
  { launchId, position }: Pick<LaunchItemRow, 'launchId' | 'position'>,
  result: Pick<LaunchItemRow, 'state' | 'planId' | 'problem'>,
): Promise<void> {
  await settleQuery(db, { launchId, position, ...result });
}

export async function finishLaunch(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('launches').set({ status: 'done', finishedAt: at }).where('id', '=', id).execute();
}

export async function pageLaunchItems(
  db: Db,
  page: { launchId: string; after: number; limit: number; state?: string | undefined },
): Promise<LaunchItem[]> {
  let query = db
    .selectFrom('launchItems as i')
    .leftJoin('components as c', 'c.id', 'i.componentId')
    .selectAll('i')
    .select('c.name as componentName')
    .where('i.launchId', '=', page.launchId)
    .where('i.position', '>', page.after)
    .orderBy('i.position')
    .limit(page.limit);
  if (page.state) query = query.where('i.state', '=', page.state);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, state: row.state as ItemState }));
}

/** How many plans of the cycle other plans have started for the component since the instant. */
export async function countStartedByPlans(
  db: Db,
  { componentId, cycleId, since }: { componentId: string; cycleId: string; since: string },
): Promise<number> {
  const { started } = await db
    .selectFrom('plans as p')
    .innerJoin('launches as l', 'l.id', 'p.launchId')
    .select((e) => e.fn.countAll<number>().as('started'))
    .where('p.componentId', '=', componentId)
    .where('p.cycleId', '=', cycleId)
    .where('p.startedAt', '>=', since)
    .where('l.originPlanId', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(started);
}

const activeQuery = prepare<{ componentId: string; cycleId: string }, { id: string }>((db, given) =>
  db
    .selectFrom('plans')
    .select('id')
    .where('componentId', '=', given.componentId)
    .where('cycleId', '=', given.cycleId)
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(1),
);

/** An active plan of the component in any version of the cycle. */
export async function findActivePlanId(
  db: Db,
  where: { componentId: string; cycleId: string },
): Promise<string | null> {
  return (await activeQuery(db, where)).rows[0]?.id ?? null;
}

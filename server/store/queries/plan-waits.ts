// What plans wait for: open tasks, timers of their stages, incidents.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

export interface OpenTaskOfPlan {
  id: string;
  planId: string;
  key: string;
  title: string;
  assigneeId: string | null;
  assigneeName: string | null;
  dueAt: string | null;
  raterGroup: string | null;
  anonymity: string | null;
}
export interface ArmedTimerOfPlan {
  planId: string;
  name: string;
  dueAt: string;
  data: string;
}
export interface WaitsOfPlans {
  /** By due instant, those without one last. */
  tasks: OpenTaskOfPlan[];
  timers: ArmedTimerOfPlan[];
  openIncidents: { planId: string; count: number }[];
}

const openTasks = (db: Db, planIds: string[]) =>
  db
    .selectFrom('tasks as t')
    .leftJoin('people as a', 'a.id', 't.assigneeId')
    .select(['t.id', 't.planId', 't.key', 't.title', 't.assigneeId', 't.dueAt', 'a.name as assigneeName'])
    .select(['t.raterGroup', 't.anonymity'])
    .where('t.planId', 'in', planIds)
    .where('t.state', '=', 'open')
    .orderBy((e) => e.fn.coalesce('t.dueAt', sql<string>`'9999'`))
    .orderBy('t.id')
    .execute();

const stageTimers = (db: Db, planIds: string[]) =>
  db
    .selectFrom('timers')
    .select(['planId', 'name', 'dueAt', 'data'])
    .where('planId', 'in', planIds)
    .where('kind', '=', 'stage')
    .orderBy('dueAt')
    .orderBy('name')
    .execute();

const openIncidents = (db: Db, planIds: string[]) =>
  db
    .selectFrom('incidents')
    .select((e) => ['planId', e.fn.countAll<number>().as('count')])
    .where('planId', 'in', planIds)
    .where('state', '=', 'open')
    .groupBy('planId')
    .execute();

/** What the plans wait for. */
export async function readWaits(db: Db, planIds: readonly string[]): Promise<WaitsOfPlans> {
  const waits: WaitsOfPlans = { tasks: [], timers: [], openIncidents: [] };
  for (const ids of chunks(planIds)) {
    waits.tasks.push(...(await openTasks(db, ids)));
    waits.timers.push(...(await stageTimers(db, ids)));
    waits.openIncidents.push(...(await openIncidents(db, ids)));
  }
  return waits;
}

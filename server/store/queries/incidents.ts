// Incidents: steps that failed and wait for a person.
import type { Plan, PlanEvent } from '../../../engine/index.ts';
import type { IncidentRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

export type IncidentState = 'open' | 'retried' | 'skipped';

export interface Incident {
  id: string;
  planId: string;
  at: string;
  event: PlanEvent;
  actor: string;
  code: string;
  message: string;
  state: IncidentState;
  settledAt: string | null;
  settledBy: string | null;
  reason: string | null;
}

const toIncident = ({ eventType, event, ...row }: IncidentRow): Incident => {
  const { id, data } = JSON.parse(event);
  return { ...row, event: { id, type: eventType, data }, state: row.state as IncidentState };
};

export async function insertIncident(db: Db, { event, ...incident }: Incident): Promise<void> {
  await db
    .insertInto('incidents')
    .values({
      ...incident,
      eventType: event.type,
      event: JSON.stringify({ id: event.id, data: event.data }),
    })
    .execute();
}

export async function findIncident(db: Db, id: string): Promise<Incident | null> {
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toIncident(row) : null;
}

/** The open incident that an event of a plan has left behind. */
export async function findOpenIncident(db: Db, planId: string, event: PlanEvent): Promise<Incident | null> {
  const rows = await db
    .selectFrom('incidents')
    .selectAll()
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .execute();
  return rows.map(toIncident).find((incident) => incident.event.id === event.id) ?? null;
}

export async function countOpenIncidents(db: Db, planId: string): Promise<number> {
  const { count } = await db
    .selectFrom('incidents')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether a step of another plan on the same version failed like it, and nobody has decided yet what becomes of it. */
export async function anotherFailed(
  db: Db,
  { plan, code, besides, except }: { plan: Plan; code: string; besides: ReadonlySet<string>; except: string },
): Promise<boolean> {
  let query = db
    .selectFrom('incidents as i')
    .innerJoin('plans as p', 'p.id', 'i.planId')
    .select('i.id')
    .where('i.state', '=', 'open')
    .where('i.id', '!=', except)
    .where('i.code', '=', code)
    .where('p.cycleId', '=', plan.cycleId)
    .where('p.version', '=', plan.cycleVersion);
  if (besides.size > 0) query = query.where((e) => e.not(among('p.componentId', besides)));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

export async function updateIncident(
  db: Db,
  { id, ...columns }: Pick<Incident, 'id'> & Partial<Omit<IncidentRow, 'id'>>,
): Promise<void> {
  await db.updateTable('incidents').set(columns).where('id', '=', id).execute();
}

export type IncidentInContext = Incident & { componentName: string; cycle: { id: string; version: number } };

export interface IncidentPage {
  id?: string | undefined;
  before: { at: string; id: string } | null;
  limit: number;
  state?: IncidentState | undefined;
  planId?: string | undefined;
  /** Components whose incidents are left out. */
  besides?: ReadonlySet<string> | undefined;
}

/** Newest first, each with the name of its component, and its cycle. */
export async function pageIncidents(
  db: Db,
  { before, limit, state, planId, id, besides }: IncidentPage,
): Promise<IncidentInContext[]> {
  let query = db
    .selectFrom('incidents as i')
    .innerJoin('plans as p', 'p.id', 'i.planId')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .selectAll('i')
    .select(['c.name as componentName', 'p.cycleId', 'p.version'])
    .orderBy('i.at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit);
  if (before)
    query = query.where((e) =>
      e.or([e('i.at', '<', before.at), e.and([e('i.at', '=', before.at), e('i.id', '<', before.id)])]),
    );
  if (state) query = query.where('i.state', '=', state);
  if (planId) query = query.where('i.planId', '=', planId);
  if (besides?.size) query = query.where((e) => e.not(among('p.componentId', besides)));
  if (id) query = query.where('i.id', '=', id);
  const rows = await query.execute();
  return rows.map(({ componentName, cycleId, version, ...row }) => ({
    ...toIncident(row),
    componentName,
    cycle: { id: cycleId, version },
  }));
}

// Reads for the reports: few wide reads instead of many narrow ones.
import type { Component, Goal, Measure, Observation, Period } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { listObservationsOf } from './observations.ts';

export interface OrganisationRead {
  components: Component[];
  goals: Goal[];
  measures: Measure[];
  observations: Observation[];
}

/** Earlier observations of the measures that carry their last score into the period. */
async function readCarried(db: Db, measures: Measure[], period: Period): Promise<Observation[]> {
  const carrying = measures.filter((measure) => measure.missingPolicy === 'carry').map(({ id }) => id);
  const earlier = await listObservationsOf(db, carrying, { start: '0001-01-01', end: period.start });
  return earlier.filter((observation) => observation.periodEnd < period.start);
}

/** Everything that the roll-up of the whole organisation looks at. */
export async function readOrganisation(db: Db, period: Period): Promise<OrganisationRead> {
  const components = await db.selectFrom('components').selectAll().orderBy('id').execute();
  const goals = await db.selectFrom('goals').select('document').orderBy('id').execute();
  const measures = await db.selectFrom('measures').select('document').orderBy('id').execute();
  const observations = await db
    .selectFrom('observations')
    .select('document')
    .where('periodEnd', '>=', period.start)
    .where('periodStart', '<=', period.end)
    .orderBy('id')
    .execute();
  const parse = (row: { document: string }) => JSON.parse(row.document);
  const carried = await readCarried(db, measures.map(parse), period);
  return {
    components: components.map(({ createdAt: _, ...component }) => component as Component),
    goals: goals.map(parse),
    measures: measures.map(parse),
    observations: [...observations.map(parse), ...carried],
  };
}

/** The period that most running plans are launched for; else that of the newest launch, or the last that was observed. */
export async function currentPeriod(db: Db): Promise<Period | null> {
  const running = await db
    .selectFrom('plans')
    .innerJoin('launches', 'launches.id', 'plans.launchId')
    .select(['launches.periodStart', 'launches.periodEnd'])
    .where('plans.status', '=', 'active')
    .groupBy(['launches.periodStart', 'launches.periodEnd'])
    .orderBy((eb) => eb.fn.count('plans.id'), 'desc')
    .orderBy((eb) => eb.fn.max('launches.createdAt'), 'desc')
    .limit(1)
    .executeTakeFirst();
  if (running) return { start: running.periodStart, end: running.periodEnd };
  const launch = await db
    .selectFrom('launches')
    .select(['periodStart', 'periodEnd'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (launch) return { start: launch.periodStart, end: launch.periodEnd };
  const observed = await db
    .selectFrom('observations')
    .select(['periodStart', 'periodEnd'])
    .orderBy('periodEnd', 'desc')
    .orderBy('periodStart')
    .limit(1)
    .executeTakeFirst();
  return observed ? { start: observed.periodStart, end: observed.periodEnd } : null;
}

export interface PlanPlace {
  id: string;
  componentId: string;
  componentKind: string;
  cycleId: string;
  status: string;
  stage: string[];
  outcome: string | null;
}

/** Every plan with where it is, oldest first. */
export async function listPlanPlaces(db: Db): Promise<PlanPlace[]> {
  const rows = await db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select([
      'p.id',
      'p.componentId',
      'c.kind as componentKind',
      'p.cycleId',
      'p.status',
      'p.stage',
      'p.outcome',
    ])
    .orderBy('p.startedAt')
    .execute();
  return rows.map((row) => ({ ...row, stage: JSON.parse(row.stage) }));
}

export interface StageLine {
  planId: string;
  componentId: string;
  cycleId: string;
  at: string;
  left: string[];
  entered: string[];
}

/** Every move of every plan, in order. */
export async function listMoves(db: Db): Promise<StageLine[]> {
  const rows = await db
    .selectFrom('history as h')
    .innerJoin('plans as p', 'p.id', 'h.planId')
    .select(['h.planId', 'p.componentId', 'p.cycleId', 'h.at', 'h.stageLeft', 'h.stageEntered'])
    .orderBy('h.seq')
    .execute();
  return rows.map(({ stageLeft, stageEntered, ...row }) => ({
    ...row,
    left: JSON.parse(stageLeft),
    entered: JSON.parse(stageEntered),
  }));
}

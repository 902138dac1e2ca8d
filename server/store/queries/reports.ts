// Reads for the reports: few wide reads instead of many narrow ones.
import type { SelectQueryBuilder } from 'kysely';
import type {
  Component,
  Goal,
  Measure,
  Observation,
  Period,
  StageCarried,
  Station,
  WithAbsences,
} from '../../../engine/index.ts';
import { boundedMemo } from '../../bounded-memo.ts';
import { letOthers } from '../../in-slices.ts';
import { type ParseAll, parseAll } from '../documents.ts';
import type { Db, Schema } from '../schema.ts';
import { listAbsencesAt } from './absences.ts';
import { among } from './among.ts';
import { carriedBy, migrationEvents } from './history.ts';
import { listObservationsOf, textsOfObservationsIn } from './observations.ts';
import { listStations } from './stations.ts';

export interface OrganisationRead {
  /** Each is a part of what it was a part of at the end of the period. */
  components: (Component & WithAbsences)[];
  /** Of those that ever moved. */
  stations: Station[];
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

/** Milestones that were reached after the period, late. */
async function readReachedLater(db: Db, measures: Measure[], period: Period): Promise<Observation[]> {
  const milestones = measures.filter(({ kind }) => kind === 'milestones');
  const ids = milestones.flatMap(({ id, valueFrom = [] }) => [id, ...valueFrom]);
  const later = await listObservationsOf(db, [...new Set(ids)], { start: period.end, end: '9999-12-31' });
  return later.filter((observation) => observation.periodStart > period.end);
}

/** There are many, and whoever else waits has a turn before them and before they are read. */
async function textsOf(
  query: SelectQueryBuilder<Schema, keyof Schema, { document: string }>,
): Promise<string[]> {
  await letOthers();
  const rows = await query.execute();
  await letOthers();
  return rows.map(({ document }) => document);
}

/** How documents are had that were read before. */
export interface Reading {
  parse: ParseAll;
  observationsIn(db: Db, period: Period): Promise<Observation[]>;
}

async function readObservationsIn(db: Db, period: Period): Promise<Observation[]> {
  const texts = await textsOfObservationsIn(db, period);
  await letOthers();
  return parseAll('observations', texts);
}

/** Of the period, and what counts in it of before and after. */
export async function readFigures(
  db: Db,
  period: Period,
  { measures, observationsIn }: { measures: Measure[]; observationsIn: Reading['observationsIn'] },
): Promise<Observation[]> {
  const observations = await observationsIn(db, period);
  const carried = await readCarried(db, measures, period);
  const later = await readReachedLater(db, measures, period);
  return [...observations, ...carried, ...later];
}

/** Everything that the roll-up of the whole organisation looks at. */
export async function readOrganisation(
  db: Db,
  period: Period,
  { parse, observationsIn }: Reading = { parse: parseAll, observationsIn: readObservationsIn },
): Promise<OrganisationRead> {
  const components = await db
    .selectFrom('components')
    .select(['id', 'kind', 'name', 'parentId', 'ownerId', 'managerId', 'secondManagerId'])
    .select(['zone', 'holidayRegion', 'activeFrom', 'activeTo'])
    .orderBy('id')
    .execute();
  const goals: Goal[] = parse(
    'goals',
    await textsOf(db.selectFrom('goals').select('document').orderBy('id')),
  );
  const measures: Measure[] = parse(
    'measures',
    await textsOf(db.selectFrom('measures').select('document').orderBy('id')),
  );
  const observations = await readFigures(db, period, { measures, observationsIn });
  const away = await listAbsencesAt(
    db,
    components.map(({ id }) => id),
    period,
  );
  const stations = await listStations(db);
  await letOthers();
  const stood = new Map(
    stations.filter(({ from }) => from <= period.end).map((one) => [one.componentId, one]),
  );
  const first = new Map(stations.toReversed().map((one) => [one.componentId, one]));
  return {
    components: components.map((row) => {
      const absences = away.get(row.id);
      const at = stood.get(row.id) ?? first.get(row.id);
      if (!absences && !at) return row as Component;
      return {
        ...(row as Component),
        ...(at ? { parentId: at.parentId } : {}),
        ...(absences ? { absences } : {}),
      };
    }),
    stations,
    goals,
    measures,
    observations,
  };
}

const lastObserved = (db: Db) =>
  db
    .selectFrom('observations')
    .select(['periodStart', 'periodEnd'])
    .orderBy('periodEnd', 'desc')
    .orderBy('periodStart')
    .limit(1)
    .executeTakeFirst();

/** Of the periods in which something was observed: the one that most running plans have, else the newest launch's. */
const mostLaunched = (db: Db) =>
  db
    .selectFrom('launches as l')
    .select(['l.periodStart', 'l.periodEnd'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('observations as o')
          .select('o.id')
          .whereRef('o.periodEnd', '>=', 'l.periodStart')
          .whereRef('o.periodStart', '<=', 'l.periodEnd'),
      ),
    )
    .groupBy(['l.periodStart', 'l.periodEnd'])
    .orderBy(
      (e) =>
        e.fn.sum(
          e
            .selectFrom('plans as p')
            .select((of) => of.fn.countAll().as('running'))
            .whereRef('p.launchId', '=', 'l.id')
            .where('p.status', '=', 'active'),
        ),
      'desc',
    )
    .orderBy((e) => e.fn.max('l.createdAt'), 'desc')
    .limit(1)
    .executeTakeFirst();

/** The period that a report is about unless it is told: one with figures, for an empty one would look like bad news. */
export async function currentPeriod(db: Db): Promise<Period | null> {
  const found = (await mostLaunched(db)) ?? (await lastObserved(db));
  return found ? { start: found.periodStart, end: found.periodEnd } : null;
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
/** Of these components; without them, of all. */
export async function listPlanPlaces(db: Db, componentIds?: readonly string[]): Promise<PlanPlace[]> {
  let query = db
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
    .orderBy('p.startedAt');
  if (componentIds) query = query.where(among('p.componentId', componentIds));
  return (await query.execute()).map((row) => ({ ...row, stage: JSON.parse(row.stage) }));
}

export interface StageLine {
  seq: number;
  planId: string;
  cycleId: string;
  at: string;
  left: readonly string[];
  entered: readonly string[];
  /** By a migration: stages that went on under another name. */
  carried: StageCarried[];
}

const KNOWN_STAGES = 1_000;

/** The moves of all plans behind a line of the history, as they came; so many of them at most. */
export async function listMovesAfter(db: Db, after: number, limit: number): Promise<StageLine[]> {
  const rows = await db
    .selectFrom('history as h')
    .innerJoin('plans as p', 'p.id', 'h.planId')
    .select(['h.seq', 'h.planId', 'p.cycleId', 'h.at', 'h.stageLeft', 'h.stageEntered'])
    .select((e) =>
      e
        .case()
        .when('h.eventType', 'in', migrationEvents)
        .then(e.ref('h.event'))
        .else(null)
        .end()
        .as('migration'),
    )
    .where('h.seq', '>', after)
    .orderBy('h.seq')
    .limit(limit)
    .execute();
  // A cycle has few stages, and each of many plans comes through them.
  const stagesOf = boundedMemo((text): readonly string[] => JSON.parse(text), KNOWN_STAGES);
  return rows.map(({ stageLeft, stageEntered, migration, ...line }) => ({
    ...line,
    carried: carriedBy(migration === null ? null : JSON.parse(migration)),
    left: stagesOf(stageLeft),
    entered: stagesOf(stageEntered),
  }));
}

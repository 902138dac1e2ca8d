// What an import would change, compared with what is stored: computed first, so that a dry run and the
// real run say the same, and written only as a whole.
import type { Component, Goal, Measure, Observation, Period } from '../../engine/index.ts';
import { findComponents } from '../store/queries/components.ts';
import { chunks, findGoals } from '../store/queries/goals.ts';
import { findMeasures } from '../store/queries/measures.ts';
import { listObservationsOf } from '../store/queries/observations.ts';
import type { Db } from '../store/schema.ts';
import type { ImportedRecords } from './to-records.ts';

interface Change<T> {
  created: T[];
  changed: T[];
  unchanged: number;
}
type PlacedMeasure = { measure: Measure; componentId: string };

export interface ImportChanges {
  components: Change<Component>;
  goals: Change<Goal>;
  measures: Change<PlacedMeasure>;
  /** A changed observation is a new one that supersedes the one in force. */
  observations: Change<Observation>;
}

function compare<T>(given: T[], merged: (item: T) => { before: T | null; after: T }): Change<T> {
  const change: Change<T> = { created: [], changed: [], unchanged: 0 };
  for (const item of given) {
    const { before, after } = merged(item);
    if (before === null) change.created.push(after);
    else if (JSON.stringify(before) === JSON.stringify(after)) change.unchanged += 1;
    else change.changed.push(after);
  }
  return change;
}

/** What people have set since the first import stays: owners, managers, zones. */
const mergeComponent = (before: Component | undefined, given: Component) => ({
  before: before ?? null,
  after: before ? { ...before, name: given.name, kind: given.kind } : given,
});

/** A goal's words make its id, so a known goal is as it was imported, or as people changed it since. */
const mergeGoal = (before: Goal | undefined, given: Goal) => ({
  before: before ?? null,
  after: before ?? given,
});

function mergeMeasure(before: PlacedMeasure | undefined, given: PlacedMeasure) {
  if (!before) return { before: null, after: given };
  const { title, unit, direction, standards, critical } = given.measure;
  const after = { ...before, measure: { ...before.measure, title, unit, direction, standards, critical } };
  const same = JSON.stringify(before) === JSON.stringify(after);
  const version = before.measure.version + 1;
  return { before, after: same ? after : { ...after, measure: { ...after.measure, version } } };
}

const inForce = (observations: Observation[]): Map<string, Observation> => {
  const superseded = new Set(observations.map((observation) => observation.supersedes));
  const standing = observations.filter((one) => one.status !== 'void' && !superseded.has(one.id));
  return new Map(standing.map((observation) => [observation.measureId, observation]));
};

function compareObservations(
  given: Observation[],
  known: Map<string, Observation>,
  nextId: () => string,
): Change<Observation> {
  const change: Change<Observation> = { created: [], changed: [], unchanged: 0 };
  for (const observation of given) {
    const before = known.get(observation.measureId);
    if (!before) change.created.push(observation);
    else if (before.value === observation.value) change.unchanged += 1;
    else change.changed.push({ ...observation, id: nextId(), supersedes: before.id });
  }
  return change;
}

const byId = <T extends { id: string }>(items: T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

async function observationsInForce(
  db: Db,
  records: ImportedRecords,
  period: Period,
): Promise<Map<string, Observation>> {
  const all: Observation[] = [];
  for (const part of chunks(records.measures))
    all.push(
      ...(await listObservationsOf(
        db,
        part.map(({ measure }) => measure.id),
        period,
      )),
    );
  return inForce(all.filter((one) => one.periodStart === period.start && one.periodEnd === period.end));
}

export async function planChanges(
  db: Db,
  records: ImportedRecords,
  context: { period: Period; nextId: () => string },
): Promise<ImportChanges> {
  const components = byId(
    await findComponents(
      db,
      records.components.map((component) => component.id),
    ),
  );
  const goals = byId(
    await findGoals(
      db,
      records.goals.map((goal) => goal.id),
    ),
  );
  const placed = await findMeasures(
    db,
    records.measures.map(({ measure }) => measure.id),
  );
  const measures = new Map(placed.map((one) => [one.measure.id, one]));
  const known = await observationsInForce(db, records, context.period);
  return {
    components: compare(records.components, (given) => mergeComponent(components.get(given.id), given)),
    goals: compare(records.goals, (given) => mergeGoal(goals.get(given.id), given)),
    measures: compare(records.measures, (given) => mergeMeasure(measures.get(given.measure.id), given)),
    observations: compareObservations(records.observations, known, context.nextId),
  };
}

// What the lines of the audit trail are about, by name: of what is known by an id that says nothing.
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

export interface ResourceName {
  name: string;
  /** Whose it is: of a plan its cycle, of a task its component. */
  of: string | null;
}
type Named = ResourceName & { id: string };
type Read = (db: Db, ids: readonly string[]) => Promise<Named[]>;

const cycleNamesOf: Read = async (db, ids) => {
  const rows = await db
    .selectFrom('cycleVersions')
    .select(['cycleId as id', 'name'])
    .where('cycleId', 'in', ids)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, of: null }));
};

const withCycles = async (db: Db, rows: readonly { id: string; name: string | null; cycleId: string }[]) => {
  const cycles = await cycleNamesOf(
    db,
    rows.map(({ cycleId }) => cycleId),
  );
  const names = new Map(cycles.map(({ id, name }) => [id, name]));
  return rows.map(({ id, name, cycleId }): Named => {
    const cycle = names.get(cycleId) ?? cycleId;
    return name === null ? { id, name: cycle, of: null } : { id, name, of: cycle };
  });
};

const ofTable =
  (table: 'people' | 'components' | 'calibrationSessions' | 'workCalendars' | 'apiKeys'): Read =>
  async (db, ids) => {
    const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
    return rows.map((row) => ({ ...row, of: null }));
  };

const plans: Read = async (db, ids) =>
  withCycles(
    db,
    await db
      .selectFrom('plans as p')
      .innerJoin('components as c', 'c.id', 'p.componentId')
      .select(['p.id', 'c.name', 'p.cycleId'])
      .where('p.id', 'in', ids)
      .execute(),
  );

const launches: Read = async (db, ids) => {
  const rows = await db.selectFrom('launches').select(['id', 'cycleId']).where('id', 'in', ids).execute();
  return withCycles(
    db,
    rows.map((row) => ({ ...row, name: null })),
  );
};

type Ref = { id: string; ref: string | null };

/** What is called by whom or what it is of, such as a leave. */
const through =
  (read: (db: Db, ids: readonly string[]) => Promise<Ref[]>, named: Read): Read =>
  async (db, ids) => {
    const refs = await read(db, ids);
    const found = await named(
      db,
      refs.flatMap(({ ref }) => ref ?? []),
    );
    const names = new Map(found.map((one) => [one.id, one]));
    return refs.flatMap(({ id, ref }) => {
      const name = names.get(ref ?? '');
      return name ? [{ ...name, id }] : [];
    });
  };

const absences = through(
  (db, ids) => db.selectFrom('absences').select(['id', 'personId as ref']).where('id', 'in', ids).execute(),
  ofTable('people'),
);
const budgets = through(
  (db, ids) =>
    db.selectFrom('rewardBudgets').select(['id', 'componentId as ref']).where('id', 'in', ids).execute(),
  ofTable('components'),
);
const feedback = through(
  (db, ids) =>
    db.selectFrom('feedback').select(['id', 'componentId as ref']).where('id', 'in', ids).execute(),
  ofTable('components'),
);
const rewards = through(
  (db, ids) => db.selectFrom('rewards').select(['id', 'planId as ref']).where('id', 'in', ids).execute(),
  plans,
);
const incidents = through(
  (db, ids) => db.selectFrom('incidents').select(['id', 'planId as ref']).where('id', 'in', ids).execute(),
  plans,
);

const tasks: Read = (db, ids) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .select(['t.id', 't.title as name', 'c.name as of'])
    .where('t.id', 'in', ids)
    .execute();

const reads: Readonly<Record<string, Read>> = {
  ...{ plan: plans, plans, task: tasks, launches, cycle: cycleNamesOf },
  ...{ person: ofTable('people'), component: ofTable('components'), calendar: ofTable('workCalendars') },
  ...{ absence: absences, feedback, reward: rewards, 'reward-budget': budgets, incidents },
  ...{ calibration: ofTable('calibrationSessions'), 'api-key': ofTable('apiKeys') },
};

const kindOf = (resource: string): string => resource.slice(0, resource.indexOf('/'));
const idOf = (resource: string): string => resource.slice(resource.indexOf('/') + 1);

/** Null: of another kind, or not there any more. */
export async function resourceNames(
  db: Db,
  resources: readonly string[],
): Promise<(resource: string) => ResourceName | null> {
  const names = new Map<string, ResourceName>();
  for (const [kind, found] of Map.groupBy(new Set(resources), kindOf)) {
    const read = reads[kind];
    if (!read) continue;
    for (const ids of chunks(found.map(idOf)))
      for (const { id, ...name } of await read(db, ids)) names.set(`${kind}/${id}`, name);
  }
  return (resource) => names.get(resource) ?? null;
}

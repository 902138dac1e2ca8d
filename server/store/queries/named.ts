// How what has an id is called: what has a name itself, and what is called by whom or what it is of.
import type { Db } from '../schema.ts';

export interface ResourceName {
  name: string;
  /** Whose it is: of a plan its cycle, of a task, a goal or a measure its component. */
  of: string | null;
}
export type Named = ResourceName & { id: string };
export type Read = (db: Db, ids: readonly string[]) => Promise<Named[]>;

export const cycleNamesOf: Read = async (db, ids) => {
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

export const ofTable =
  (
    table:
      | 'people'
      | 'components'
      | 'calibrationSessions'
      | 'workCalendars'
      | 'apiKeys'
      | 'attributes'
      | 'sources',
  ): Read =>
  async (db, ids) => {
    const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
    return rows.map((row) => ({ ...row, of: null }));
  };

export const plans: Read = async (db, ids) =>
  withCycles(
    db,
    await db
      .selectFrom('plans as p')
      .innerJoin('components as c', 'c.id', 'p.componentId')
      .select(['p.id', 'c.name', 'p.cycleId'])
      .where('p.id', 'in', ids)
      .execute(),
  );

export const launches: Read = async (db, ids) => {
  const rows = await db.selectFrom('launches').select(['id', 'cycleId']).where('id', 'in', ids).execute();
  return withCycles(
    db,
    rows.map((row) => ({ ...row, name: null })),
  );
};

type Ref = { id: string; ref: string | null };

/** What is called by whom or what it is of, such as a leave. */
export const through =
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

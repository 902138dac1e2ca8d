// People, and the sign-ins of those who have a password.
import { sql } from 'kysely';
import type { Person, Role } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { PersonRow } from '../schema/organisation.ts';
import type { AuthSessionRow } from '../schema/sign-in.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { type Asked, behind, orderBy } from './in-order.ts';
import { saysAll } from './words.ts';

const toPerson = ({ createdAt: _, ...row }: PersonRow): Person => ({ ...row, roles: JSON.parse(row.roles) });

export interface PeopleFilter {
  /** Words of the name or the address. */
  q?: string | undefined;
  role?: Role | undefined;
  ids?: Iterable<string> | undefined;
}
export type PeopleSort = 'id' | 'name' | 'email';
const sortedBy = { id: sql`id`, name: sql`fold(name)`, email: sql`email` };

function narrowed(db: Db, { q, role, ids }: PeopleFilter) {
  let query = db.selectFrom('people').where(saysAll(sql`(name || ' ' || email)`, q ?? ''));
  if (role) query = query.where('roles', 'like', `%"${role}"%`);
  if (ids) query = query.where(among('id', ids));
  return query;
}

/** A page of people in an order, each with the value by which it stands there. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  { sort, isDescending, after, limit }: Asked<PeopleSort>,
): Promise<(Person & { sortedBy: string })[]> {
  const order = { by: sortedBy[sort], id: sql`id`, isDescending };
  const rows = await narrowed(db, filter)
    .selectAll()
    .select(sql<string>`${order.by}`.as('sortedBy'))
    .where(behind(order, after))
    .orderBy(orderBy(order))
    .limit(limit)
    .execute();
  return rows.map(({ sortedBy: value, ...row }) => ({ ...toPerson(row), sortedBy: value }));
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const found = await narrowed(db, filter)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

export async function listAllPeople(db: Db): Promise<Person[]> {
  return (await db.selectFrom('people').selectAll().orderBy('id').execute()).map(toPerson);
}

/** In the order of their ids. */
export const listNames = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('people').select(['id', 'name']).orderBy('id').execute();

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Those of the ids that there are, in the order of the ids given. */
export async function findPeople(db: Db, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('people').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toPerson(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

export async function hasPeople(db: Db): Promise<boolean> {
  return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function listPeopleWithRole(db: Db, role: Role): Promise<Person[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('roles', 'like', `%"${role}"%`)
    .orderBy('id')
    .execute();
  return rows.map(toPerson);
}

export async function insertPerson(db: Db, person: Person, at: string): Promise<void> {
  await db
    .insertInto('people')
    .values({ ...person, roles: JSON.stringify(person.roles), createdAt: at })
    .execute();
}

export async function updatePerson(db: Db, person: Person): Promise<void> {
  const { id, name, email, roles } = person;
  await db
    .updateTable('people')
    .set({ name, email, roles: JSON.stringify(roles) })
    .where('id', '=', id)
    .execute();
  await db.updateTable('authUsers').set({ name, email }).where('id', '=', id).execute();
}

/** Lets the person sign in; with a hash, by password. */
export async function insertSignIn(
  db: Db,
  person: Person,
  passwordHash: string | null,
  at: string,
): Promise<void> {
  await db
    .insertInto('authUsers')
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      emailVerified: 1,
      image: null,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  if (passwordHash === null) return;
  await db.deleteFrom('authAccounts').where('userId', '=', person.id).execute();
  await db
    .insertInto('authAccounts')
    .values({
      id: `credential:${person.id}`,
      accountId: person.id,
      providerId: 'credential',
      userId: person.id,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

type SessionTimes = Pick<AuthSessionRow, 'createdAt' | 'expiresAt'>;
const sessionQuery = prepare<{ id: string }, SessionTimes>((db, given) =>
  db.selectFrom('authSessions').select(['createdAt', 'expiresAt']).where('id', '=', given.id),
);

export async function findSession(db: Db, id: string): Promise<SessionTimes | null> {
  return (await sessionQuery(db, { id })).rows[0] ?? null;
}

/** Ends every session of the person: for a new password. */
export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('authSessions').where('userId', '=', personId).execute();
}

// Attributes of people: what may be said of them, and what is.
import type { Db } from '../schema.ts';
import { among } from './among.ts';

export interface Attribute {
  id: string;
  name: string;
  /** The values that people may have. */
  allowed: string[];
}

export async function listAttributes(db: Db): Promise<Attribute[]> {
  const rows = await db.selectFrom('attributes').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(({ id, name, allowed }) => ({ id, name, allowed: JSON.parse(allowed) }));
}

export async function putAttribute(db: Db, { id, name, allowed }: Attribute, at: string): Promise<void> {
  const said = { name, allowed: JSON.stringify(allowed) };
  await db
    .insertInto('attributes')
    .values({ id, ...said, createdAt: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
}

/** With all that is said of people by it. */
export async function deleteAttribute(db: Db, id: string): Promise<void> {
  await db.deleteFrom('personAttributes').where('attributeId', '=', id).execute();
  await db.deleteFrom('attributes').where('id', '=', id).execute();
}

/** Null takes the value away. */
export async function setValue(
  db: Db,
  { attributeId, personId }: { attributeId: string; personId: string },
  said: { value: string | null; at: string },
): Promise<void> {
  if (said.value === null) {
    await db
      .deleteFrom('personAttributes')
      .where('attributeId', '=', attributeId)
      .where('personId', '=', personId)
      .execute();
    return;
  }
  const value = { value: said.value, changedAt: said.at };
  await db
    .insertInto('personAttributes')
    .values({ attributeId, personId, ...value })
    .onConflict((conflict) => conflict.columns(['attributeId', 'personId']).doUpdateSet(value))
    .execute();
}

/** Values that somebody has and the attribute would no longer allow. */
export async function valuesInUse(db: Db, attributeId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('personAttributes')
    .select((e) => ['value', e.fn.countAll<number>().as('count')])
    .where('attributeId', '=', attributeId)
    .groupBy('value')
    .execute();
  return new Map(rows.map(({ value, count }) => [value, Number(count)]));
}

export interface PersonWithValue {
  id: string;
  name: string;
  email: string;
  value: string | null;
}

/** People by name, with their value of one attribute. */
export async function pagePeopleWithValue(
  db: Db,
  attributeId: string,
  { after, limit, q }: { after: { name: string; id: string } | null; limit: number; q?: string | undefined },
): Promise<PersonWithValue[]> {
  let query = db
    .selectFrom('people as p')
    .leftJoin('personAttributes as a', (join) =>
      join.onRef('a.personId', '=', 'p.id').on('a.attributeId', '=', attributeId),
    )
    .select(['p.id', 'p.name', 'p.email', 'a.value']);
  if (q) query = query.where((e) => e(e.fn<string>('lower', ['p.name']), 'like', `%${q.toLowerCase()}%`));
  if (after)
    query = query.where((e) =>
      e.or([e('p.name', '>', after.name), e.and([e('p.name', '=', after.name), e('p.id', '>', after.id)])]),
    );
  return query.orderBy('p.name').orderBy('p.id').limit(limit).execute();
}

/** By person: attribute to value. */
export async function attributesOf(
  db: Db,
  personIds: Iterable<string>,
): Promise<Map<string, Record<string, string>>> {
  const rows = await db
    .selectFrom('personAttributes')
    .select(['personId', 'attributeId', 'value'])
    .where(among('personId', personIds))
    .execute();
  const found = new Map<string, Record<string, string>>();
  for (const { personId, attributeId, value } of rows)
    found.set(personId, { ...found.get(personId), [attributeId]: value });
  return found;
}

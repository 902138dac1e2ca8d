// What HR keeps of people so that groups can be compared. The audit tells that it was changed, by whom and of how many,
// and never what it says: the trail is read by others than HR.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { type Row, readRows } from '../../imports/read-rows.ts';
import { notFound, ProblemError } from '../../problem.ts';
import {
  type Attribute,
  attributesOf,
  deleteAttribute,
  listAttributes,
  putAttribute,
  setValue,
  valuesInUse,
} from '../../store/queries/attributes.ts';
import { listAllPeople } from '../../store/queries/people.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';

type Ports = Pick<Deps, 'store' | 'clock'>;

const invalid = (errors: { pointer: string; detail: string }[]) =>
  new ProblemError('invalid', 'The body has problems; nothing was changed.', { errors });

/** @throws ProblemError not-found. */
export async function requireAttribute(db: Db, id: string): Promise<Attribute> {
  const found = (await listAttributes(db)).find((one) => one.id === id);
  if (!found) throw notFound('attribute');
  return found;
}

/** @throws ProblemError conflict when people have a value that would no longer be allowed. */
export async function defineAttribute(
  { store, clock }: Ports,
  actor: Actor,
  attribute: Attribute,
): Promise<Attribute> {
  return store.commit(async (db) => {
    const lost = [...(await valuesInUse(db, attribute.id))].filter(
      ([value]) => !attribute.allowed.includes(value),
    );
    const values = lost.map(([value]) => `“${value}”`).join(', ');
    if (lost.length > 0)
      throw new ProblemError(
        'conflict',
        `People have the value ${values}; give them another first. Nothing was changed.`,
      );
    const at = clock.now();
    const before = (await listAttributes(db)).find(({ id }) => id === attribute.id) ?? null;
    await putAttribute(db, attribute, at);
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'attribute.define' },
      ...{ resource: `attributes/${attribute.id}`, detail: changeOf(before, attribute) },
    });
    return attribute;
  });
}

/** With all that is said of people by it. */
export async function dropAttribute({ store, clock }: Ports, actor: Actor, id: string): Promise<Attribute> {
  return store.commit(async (db) => {
    const attribute = await requireAttribute(db, id);
    await deleteAttribute(db, id);
    await appendAudit(db, {
      ...{ at: clock.now(), actor: actor.id, action: 'attribute.delete' },
      ...{ resource: `attributes/${id}`, detail: changeOf(attribute, null) },
    });
    return attribute;
  });
}

export interface Said {
  personId?: string | undefined;
  email?: string | undefined;
  value: string | null;
}

interface Found {
  personId: string;
  value: string | null;
}

interface Fault {
  index: number;
  key: 'value' | null;
  detail: string;
}
/** A fault of the value at the index, told where that was given. */
type Tell = (fault: Fault) => { pointer: string; detail: string };

const inList: Tell = ({ index, key, detail }) => ({
  pointer: `/values/${index}${key === null ? '' : `/${key}`}`,
  detail,
});
const inFile =
  (numbers: readonly number[]): Tell =>
  ({ index, detail }) => ({ pointer: '/content', detail: `Row ${numbers[index]}: ${detail}` });

async function findAll(
  db: Db,
  attribute: Attribute,
  { values, tell }: { values: readonly Said[]; tell: Tell },
): Promise<Found[]> {
  const people = await listAllPeople(db);
  const byId = new Map(people.map(({ id }) => [id, id]));
  const byEmail = new Map(people.map(({ id, email }) => [email.toLowerCase(), id]));
  const choices = attribute.allowed.join(', ');
  const errors: { pointer: string; detail: string }[] = [];
  const found = values.flatMap(({ personId, email, value }, index): Found[] => {
    const id = personId === undefined ? byEmail.get((email ?? '').toLowerCase()) : byId.get(personId);
    const person = personId ?? email ?? '';
    if (id === undefined)
      errors.push(tell({ index, key: null, detail: `Nobody here is known as ${person}.` }));
    if (value !== null && !attribute.allowed.includes(value))
      errors.push(tell({ index, key: 'value', detail: `“${value}” is not one of: ${choices}.` }));
    return id === undefined ? [] : [{ personId: id, value }];
  });
  if (errors.length > 0) throw invalid(errors);
  return found;
}

async function changesOf(db: Db, id: string, found: readonly Found[]): Promise<Found[]> {
  const before = await attributesOf(
    db,
    found.map(({ personId }) => personId),
  );
  return found.filter(({ personId, value }) => (before.get(personId)?.[id] ?? null) !== value);
}

async function write(
  { clock }: Pick<Ports, 'clock'>,
  db: Db,
  { actor, id, changed }: { actor: Actor; id: string; changed: readonly Found[] },
): Promise<void> {
  if (changed.length === 0) return;
  const at = clock.now();
  for (const { personId, value } of changed) await setValue(db, { attributeId: id, personId }, { value, at });
  await appendAudit(db, {
    ...{ at, actor: actor.id, action: 'attribute.set' },
    ...{ resource: `attributes/${id}`, detail: { people: changed.length } },
  });
}

export interface Counted {
  changed: number;
  unchanged: number;
}

/** All of them or none. @throws ProblemError invalid with each value that does not fit. */
export async function saveValues(
  { store, clock }: Ports,
  actor: Actor,
  { id, values }: { id: string; values: readonly Said[] },
): Promise<Counted> {
  return store.commit(async (db) => {
    const attribute = await requireAttribute(db, id);
    const found = await findAll(db, attribute, { values, tell: inList });
    const changed = await changesOf(db, id, found);
    await write({ clock }, db, { actor, id, changed });
    return { changed: changed.length, unchanged: found.length - changed.length };
  });
}

const isEmail = (column: string): boolean => /^e-?mail$/i.test(column.trim());

/** The attributes that the file has a column for, called by their id or name. */
function columnsOf(
  rows: Row[],
  attributes: readonly Attribute[],
): { email: string; columns: [string, Attribute][] } {
  const names = Object.keys(rows[0] ?? {});
  const email = names.find(isEmail);
  const columns = names.flatMap((name): [string, Attribute][] => {
    const meant = name.trim().toLowerCase();
    const found = attributes.find((one) => one.id === meant || one.name.toLowerCase() === meant);
    return found ? [[name, found]] : [];
  });
  if (email === undefined || columns.length === 0) {
    const known = attributes.map(({ name }) => name).join(', ');
    throw invalid([
      {
        pointer: '/content',
        detail: `The file needs a column email and one called like an attribute. The attributes are: ${known}.`,
      },
    ]);
  }
  return { email, columns };
}

/** A file of several attributes, whole or not at all; an empty cell takes a value away. A dry run changes nothing. */
export async function importValues(
  { store, clock }: Ports,
  actor: Actor,
  { content, dryRun }: { content: string; dryRun: boolean },
): Promise<Counted> {
  const file = readRows('csv', content);
  if (file.kind === 'unreadable')
    throw invalid(file.problems.map(({ message }) => ({ pointer: '/content', detail: message })));
  const work = async (db: Db) => {
    const { email, columns } = columnsOf(file.rows, await listAttributes(db));
    const total: Counted = { changed: 0, unchanged: 0 };
    for (const [column, attribute] of columns) {
      const values = file.rows.map((row) => ({ email: row[email] ?? '', value: row[column] || null }));
      const found = await findAll(db, attribute, { values, tell: inFile(file.numbers) });
      const changed = await changesOf(db, attribute.id, found);
      if (!dryRun) await write({ clock }, db, { actor, id: attribute.id, changed });
      total.changed += changed.length;
      total.unchanged += found.length - changed.length;
    }
    return total;
  };
  return dryRun ? store.read(work) : store.commit(work);
}

// What HR keeps of people so that groups can be compared. The audit tells that it was changed, by whom and of how many,
// and never what it says: the trail is read by others than HR.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
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
import { appendAudit } from '../../store/queries/records.ts';
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
    await putAttribute(db, attribute, at);
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'attribute.define' },
      ...{ resource: `attributes/${attribute.id}`, detail: { name: attribute.name } },
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
      resource: `attributes/${id}`,
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

async function findAll(db: Db, attribute: Attribute, values: readonly Said[]): Promise<Found[]> {
  const people = await listAllPeople(db);
  const byId = new Map(people.map(({ id }) => [id, id]));
  const byEmail = new Map(people.map(({ id, email }) => [email.toLowerCase(), id]));
  const choices = attribute.allowed.join(', ');
  const errors: { pointer: string; detail: string }[] = [];
  const found = values.flatMap(({ personId, email, value }, index): Found[] => {
    const id = personId === undefined ? byEmail.get((email ?? '').toLowerCase()) : byId.get(personId);
    const pointer = `/values/${index}`;
    const person = personId ?? email ?? '';
    if (id === undefined) errors.push({ pointer, detail: `Nobody here is known as ${person}.` });
    if (value !== null && !attribute.allowed.includes(value))
      errors.push({
        pointer: `${pointer}/value`,
        detail: `“${value}” is not one of: ${choices}.`,
      });
    return id === undefined ? [] : [{ personId: id, value }];
  });
  if (errors.length > 0) throw invalid(errors);
  return found;
}

/** All of them or none. @throws ProblemError invalid with each value that does not fit. */
export async function saveValues(
  { store, clock }: Ports,
  actor: Actor,
  { id, values }: { id: string; values: readonly Said[] },
): Promise<{ changed: number; unchanged: number }> {
  return store.commit(async (db) => {
    const attribute = await requireAttribute(db, id);
    const found = await findAll(db, attribute, values);
    const before = await attributesOf(
      db,
      found.map(({ personId }) => personId),
    );
    const changed = found.filter(({ personId, value }) => (before.get(personId)?.[id] ?? null) !== value);
    const at = clock.now();
    for (const { personId, value } of changed)
      await setValue(db, { attributeId: id, personId }, { value, at });
    if (changed.length > 0)
      await appendAudit(db, {
        ...{ at, actor: actor.id, action: 'attribute.set' },
        ...{ resource: `attributes/${id}`, detail: { people: changed.length } },
      });
    return { changed: changed.length, unchanged: found.length - changed.length };
  });
}

// Commands about people: who there is, what they may do, and their sign-in.
import type { Person } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import {
  deleteSessionsOf,
  findPerson,
  findPersonByEmail,
  insertPerson,
  insertSignIn,
  listPeopleWithRole,
  updatePerson,
} from '../../store/queries/people.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { followRoles } from '../hand-over/follow-roles.ts';

type NewPerson = Omit<Person, 'id'> & { id?: string | undefined; password?: string | undefined };
type PersonPatch = { [Key in keyof Omit<NewPerson, 'id'>]?: NewPerson[Key] | undefined };

async function requireFreeEmail(db: Db, person: Person): Promise<void> {
  const other = await findPersonByEmail(db, person.email);
  if (other && other.id !== person.id)
    throw new ProblemError('conflict', `${other.name} already has the address ${person.email}.`, {
      errors: [{ pointer: '/email', detail: 'Choose another address.' }],
    });
}

/** Somebody must be able to give rights back. */
async function requireAnAdmin(db: Db, changed: Person): Promise<void> {
  const admins = await listPeopleWithRole(db, 'admin');
  const others = admins.filter((person) => person.id !== changed.id);
  const was = admins.length > others.length;
  if (was && others.length === 0 && !changed.roles.includes('admin'))
    throw new ProblemError('conflict', `${changed.name} is the only administrator; make another one first.`);
}

/** What the trail says of a person: nothing that lets anybody in. */
const inAudit = ({ name, email, roles }: Person) => ({ name, email, roles });

async function record(
  deps: Deps,
  db: Db,
  actor: Actor,
  entry: { action: string; before: Person | null; person: Person },
): Promise<void> {
  const at = deps.clock.now();
  const { action, before, person } = entry;
  await appendAudit(db, {
    at,
    actor: actor.id,
    action,
    resource: `person/${person.id}`,
    detail: changeOf(before && inAudit(before), inAudit(person)),
  });
  await appendFeed(db, { at, type: 'people.changed', data: { personId: person.id } });
}

/** @throws ProblemError conflict when the id or the address is taken. */
export async function createPerson(deps: Deps, actor: Actor, given: NewPerson): Promise<Person> {
  const person: Person = {
    id: given.id ?? deps.ids.next('per'),
    name: given.name,
    email: given.email.toLowerCase(),
    roles: [...new Set(given.roles)],
  };
  const hash = given.password === undefined ? null : await deps.signIns.hashPassword(given.password);
  return deps.store.commit(async (db) => {
    if (await findPerson(db, person.id))
      throw new ProblemError('conflict', `The id ${person.id} is taken; choose another.`);
    await requireFreeEmail(db, person);
    const at = deps.clock.now();
    await insertPerson(db, person, at);
    if (hash !== null) await insertSignIn(db, person, hash, at);
    await record(deps, db, actor, { action: 'person.create', before: null, person });
    return person;
  });
}

/** @throws ProblemError not-found, or conflict when the address is taken or nobody would be administrator. */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  id: string,
  patch: PersonPatch,
): Promise<Person> {
  const hash = patch.password === undefined ? null : await deps.signIns.hashPassword(patch.password);
  return deps.store.commit(async (db) => {
    const known = await findPerson(db, id);
    if (!known) throw notFound('person');
    const person: Person = {
      id,
      name: patch.name ?? known.name,
      email: (patch.email ?? known.email).toLowerCase(),
      roles: [...new Set(patch.roles ?? known.roles)],
    };
    await requireFreeEmail(db, person);
    await requireAnAdmin(db, person);
    await updatePerson(db, person);
    if (hash !== null) {
      await insertSignIn(db, person, hash, deps.clock.now());
      await deleteSessionsOf(db, id);
    }
    await record(deps, db, actor, {
      action: hash === null ? 'person.change' : 'person.set-password',
      before: known,
      person,
    });
    await followRoles(deps, db, { before: known, after: person, actor: actor.id, at: deps.clock.now() });
    return person;
  });
}

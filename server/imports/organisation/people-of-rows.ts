// The people that rows name: by their e-mail address, known or new. Who is only named as a manager has to be known.
import type { Person, Role } from '../../../engine/index.ts';
import type { RowProblem } from '../read-rows.ts';
import { digest, slug } from '../to-records.ts';
import type { OrganisationMapping, OrganisationRow } from './rows.ts';

export interface PeopleChange {
  created: Person[];
  changed: { before: Person; after: Person }[];
  unchanged: number;
}
interface Given {
  rows: readonly OrganisationRow[];
  known: readonly Person[];
  mapping: OrganisationMapping;
  /** Only administrators add people and rename them. */
  mayChange: boolean;
}

/** Roles are given once: what an administrator has taken away or added since stays. */
function newPerson(email: string, name: string, isManager: boolean): Person {
  const roles: Role[] = isManager ? ['employee', 'manager'] : ['employee'];
  return { id: `${slug(name)}-${digest(email)}`, name, email, roles };
}

const managersOf = (rows: readonly OrganisationRow[]): Set<string> =>
  new Set(
    rows.flatMap(({ managerEmail, secondManagerEmail }) => [managerEmail, secondManagerEmail]).filter(isText),
  );
const isText = (text: string | null | undefined): text is string => typeof text === 'string';

function unknownManagers({ rows, mapping }: Given, known: ReadonlySet<string>): RowProblem[] {
  return rows.flatMap((row) =>
    (['managerEmail', 'secondManagerEmail'] as const).flatMap((key) => {
      const email = row[key];
      if (!email || known.has(email)) return [];
      const message = `Nobody has the address ${email}. Give this person a row as an owner, or create them first.`;
      return [{ row: row.row, column: mapping[key] ?? null, message }];
    }),
  );
}

function unnamedOwners({ rows, mapping }: Given, byEmail: ReadonlyMap<string, Person>): RowProblem[] {
  const named = new Set(rows.flatMap(({ owner }) => (owner?.name ? [owner.email] : [])));
  return rows.flatMap(({ row, owner }) => {
    if (!owner || owner.name || byEmail.has(owner.email) || named.has(owner.email)) return [];
    const message = `Nobody has the address ${owner.email}, and the file gives no name for it.`;
    return [{ row, column: mapping.ownerName ?? mapping.ownerEmail ?? null, message }];
  });
}

/** What the importer may not do by hand an import does not do for them. */
function forbidden({ rows, mapping, mayChange }: Given, byEmail: ReadonlyMap<string, Person>): RowProblem[] {
  if (mayChange) return [];
  const column = mapping.ownerName ?? mapping.ownerEmail ?? null;
  return rows.flatMap(({ row, owner }) => {
    if (!owner?.name) return [];
    const before = byEmail.get(owner.email);
    if (before?.name === owner.name) return [];
    const message = before
      ? `${owner.email} is ${before.name} here, and only administrators rename people. Give that name, or ask an administrator.`
      : `Nobody has the address ${owner.email}, and only administrators add people. Ask one to import this row, or leave its owner out.`;
    return [{ row, column, message }];
  });
}

export function peopleOfRows(given: Given): {
  people: PeopleChange;
  idOf: (email: string) => string | null;
  problems: RowProblem[];
} {
  const { rows, known } = given;
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const managers = managersOf(rows);
  const people: PeopleChange = { created: [], changed: [], unchanged: 0 };
  const names = new Map(
    rows.flatMap(({ owner }) => (owner?.name ? [[owner.email, owner.name] as const] : [])),
  );
  const ids = new Map(known.map(({ email, id }) => [email, id]));
  for (const [email, name] of names) {
    const before = byEmail.get(email);
    if (!before) {
      const made = newPerson(email, name, managers.has(email));
      ids.set(email, made.id);
      people.created.push(made);
    } else if (before.name === name) people.unchanged += 1;
    else people.changed.push({ before, after: { ...before, name } });
  }
  const problems = [
    ...forbidden(given, byEmail),
    ...unnamedOwners(given, byEmail),
    ...unknownManagers(given, new Set(ids.keys())),
  ];
  return { people, idOf: (email) => ids.get(email) ?? null, problems };
}

// An organisation's list: read, placed and compared as a whole, then written in one commit or not at all. What a
// column does not say stays as it is; an empty cell takes away what was there.
import type { Component, Person } from '../../../engine/index.ts';
import type { NewOrganisation } from '../../routes/wire/automations.ts';
import type { Changed } from '../../store/queries/component-versions.ts';
import { findComponent, insertComponents, listAllComponents } from '../../store/queries/components.ts';
import { insertPerson, listAllPeople, updatePerson } from '../../store/queries/people.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import type { ImportDeps, ImportReport, Run } from '../importing.ts';
import { type RowProblem, readRows } from '../read-rows.ts';
import { settle } from '../settle.ts';
import { type PeopleChange, peopleOfRows } from './people-of-rows.ts';
import { type PlacedRow, placeRows } from './place-rows.ts';
import { type OrganisationRow, readOrganisationRows } from './rows.ts';

interface Changes {
  people: PeopleChange;
  components: {
    created: Component[];
    changed: { before: Component; after: Component }[];
    unchanged: number;
  };
}
type Compared = { kind: 'fits'; changes: Changes } | { kind: 'refused'; problems: RowProblem[] };
type IdOf = (email: string) => string | null;

const blank = {
  parentId: null,
  ownerId: null,
  managerId: null,
  secondManagerId: null,
  zone: null,
  holidayRegion: null,
  activeFrom: null,
  activeTo: null,
};
const person = (email: string | null | undefined, idOf: IdOf) => (email ? idOf(email) : email);

function said({ row, parentId }: PlacedRow, idOf: IdOf): Partial<Component> {
  const { name, kind, zone, holidayRegion, activeFrom, activeTo } = row;
  const given = {
    name,
    kind,
    parentId,
    ownerId: person(row.owner === null ? null : row.owner?.email, idOf),
    managerId: person(row.managerEmail, idOf),
    secondManagerId: person(row.secondManagerEmail, idOf),
    zone,
    holidayRegion,
    activeFrom,
    activeTo,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A parent before its parts. */
function parentsFirst(components: readonly Component[]): Component[] {
  const ids = new Set(components.map(({ id }) => id));
  const parts = Map.groupBy(components, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null));
  const ordered = [...(parts.get(null) ?? [])];
  for (const component of ordered) ordered.push(...(parts.get(component.id) ?? []));
  return ordered;
}

function compareComponents(
  placed: readonly PlacedRow[],
  known: readonly Component[],
  idOf: IdOf,
): Changes['components'] {
  const byId = new Map(known.map((component) => [component.id, component]));
  const change: Changes['components'] = { created: [], changed: [], unchanged: 0 };
  for (const one of placed) {
    const before = byId.get(one.id);
    const base = before ?? { id: one.id, name: one.row.name, kind: one.row.kind, ...blank };
    const after: Component = { ...base, ...said(one, idOf) };
    if (!before) change.created.push(after);
    else if (JSON.stringify(before) === JSON.stringify(after)) change.unchanged += 1;
    else change.changed.push({ before, after });
  }
  return { ...change, created: parentsFirst(change.created) };
}

interface Given extends Pick<Run<NewOrganisation>, 'given' | 'mayChangePeople'> {
  rows: readonly OrganisationRow[];
}

async function compare(
  db: Db,
  { rows, given, mayChangePeople: mayChange = false }: Given,
): Promise<Compared> {
  const { mapping, under = null } = given;
  if (under !== null && !(await findComponent(db, under))) {
    const message = `There is no component ${under} to put the imported ones under.`;
    return { kind: 'refused', problems: [{ row: 0, column: null, message }] };
  }
  const known = await listAllComponents(db);
  const place = placeRows({ rows, known, under, mapping });
  const people = peopleOfRows({ rows, known: await listAllPeople(db), mapping, mayChange });
  const problems = [...place.problems, ...people.problems].sort((a, b) => a.row - b.row);
  if (problems.length > 0) return { kind: 'refused', problems };
  const components = compareComponents(place.placed, known, people.idOf);
  return { kind: 'fits', changes: { people: people.people, components } };
}

/** What can be placed is, even where other cells are at fault, so that all faults are told at once. */
const compareNamed = (db: Db, { rows, ...given }: Given): Promise<Compared> =>
  compare(db, { ...given, rows: rows.filter(({ name }) => name !== '') });

function withProblems(read: readonly RowProblem[], compared: Compared): Compared {
  if (read.length === 0) return compared;
  const found = compared.kind === 'refused' ? compared.problems : [];
  return { kind: 'refused', problems: [...read, ...found].sort((a, b) => a.row - b.row) };
}

async function writePeople(db: Db, { created, changed }: PeopleChange, { at, by }: Changed): Promise<void> {
  for (const after of created) {
    await insertPerson(db, after, at);
    await tell(db, { kind: 'person', before: null, after }, { at, by });
  }
  for (const { before, after } of changed) {
    await updatePerson(db, after);
    await tell(db, { kind: 'person', before, after }, { at, by });
  }
}

/** In the trail as when it is done by hand. */
async function tell<Of extends { id: string }>(
  db: Db,
  { kind, before, after }: { kind: string; before: Of | null; after: Of },
  { at, by }: Changed,
): Promise<void> {
  const action = `${kind}.${before ? 'change' : 'create'}`;
  const detail = changeOf(before, after);
  await appendAudit(db, { at, actor: by, action, resource: `${kind}/${after.id}`, detail });
}

const none = { created: 0, changed: 0, unchanged: 0 };
const count = ({
  created,
  changed,
  unchanged,
}: {
  created: unknown[];
  changed: unknown[];
  unchanged: number;
}) => ({
  created: created.length,
  changed: changed.length,
  unchanged,
});

type Running = Run<NewOrganisation> & { id: string; rows: OrganisationRow[]; total: number };

async function write(deps: ImportDeps, db: Db, running: Running, changes: Changes): Promise<void> {
  const at = deps.clock.now();
  const changed = { at, by: running.actorId };
  await writePeople(db, changes.people, changed);
  await insertComponents(db, changes.components.created, changed);
  for (const after of changes.components.created)
    await tell(db, { kind: 'component', before: null, after }, changed);
  await deps.changeComponents?.(
    db,
    changes.components.changed.map(({ after }) => after),
    changed,
  );
  for (const one of changes.components.changed) await tell(db, { kind: 'component', ...one }, changed);
  await appendFeed(db, { at, type: 'import.done', data: { importId: running.id, rows: running.total } });
  const detail = {
    rows: running.total,
    source: running.given.source,
    people: personIds(changes.people.created),
  };
  await appendAudit(db, {
    ...{ at, actor: running.actorId, action: 'import.run' },
    ...{ resource: `import/${running.id}`, detail },
  });
}
const personIds = (people: readonly Person[]): string[] => people.map(({ id }) => id);

function reportOf(running: Running, compared: Compared): ImportReport {
  const told = { id: running.id, dryRun: running.dryRun, rows: running.total, progress: null };
  const rest = { goals: none, measures: none, observations: none };
  if (compared.kind === 'refused')
    return {
      ...told,
      status: 'refused',
      problems: compared.problems,
      components: none,
      people: none,
      ...rest,
    };
  const { components, people } = compared.changes;
  return {
    ...told,
    status: 'done',
    problems: [],
    components: count(components),
    people: count(people),
    ...rest,
  };
}

export async function runOrganisation(deps: ImportDeps, run: Run<NewOrganisation>): Promise<ImportReport> {
  const { given, dryRun } = run;
  const id = run.id ?? deps.ids.next('imp');
  const file = readRows(given.format, given.content);
  const total = file.kind === 'read' ? file.rows.length : 0;
  const read =
    file.kind === 'read' ? readOrganisationRows(file, given.mapping) : { rows: [], problems: file.problems };
  const running = { ...run, id, rows: read.rows, total };
  await deps.onProgress?.({ phase: dryRun ? 'comparing' : 'writing', done: total, total });
  return settle(deps, dryRun, async (db) => {
    const compared = withProblems(read.problems, await compareNamed(db, running));
    if (compared.kind === 'fits' && !dryRun) await write(deps, db, running, compared.changes);
    return reportOf(running, compared);
  });
}

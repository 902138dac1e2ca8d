// Absences: when people are away, and what is to begin or to end.
import { addDays, type Period } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { AbsenceRow } from '../schema/organisation.ts';
import type { Db } from '../schema.ts';
import { among, amongJson } from './among.ts';

export const absenceStates = ['planned', 'under-way', 'ended', 'withdrawn'] as const;
export type AbsenceState = (typeof absenceStates)[number];

/** After every other day: where a leave has no end. */
const NO_END = '9999-12-31';

export async function insertAbsence(db: Db, row: AbsenceRow): Promise<void> {
  await db.insertInto('absences').values(row).execute();
}

export async function findAbsence(db: Db, id: string): Promise<AbsenceRow | null> {
  return (await db.selectFrom('absences').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function changeAbsence(
  db: Db,
  id: string,
  given: Partial<Omit<AbsenceRow, 'id' | 'personId' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await db.updateTable('absences').set(given).where('id', '=', id).execute();
}

interface OverlapWish {
  personId: string;
  from: string;
  to: string | null;
  /** The absence that is changed and does not count. */
  besides?: string;
}

/** One that is planned or under way and shares a day with the days given. */
export async function findOverlapping(
  db: Db,
  { personId, from, to, besides = '' }: OverlapWish,
): Promise<AbsenceRow | null> {
  const row = await db
    .selectFrom('absences')
    .selectAll()
    .where('personId', '=', personId)
    .where('id', '!=', besides)
    .where('state', 'in', ['planned', 'under-way'])
    .where('startsOn', '<=', to ?? NO_END)
    .where((e) => e.or([e('endsOn', 'is', null), e('endsOn', '>=', from)]))
    .orderBy('startsOn')
    .executeTakeFirst();
  return row ?? null;
}

const underWayQuery = prepare<{ personId: string; state: string }, AbsenceRow>((db, given) =>
  db
    .selectFrom('absences')
    .selectAll()
    .where('personId', '=', given.personId)
    .where('state', '=', given.state)
    .orderBy('startsAt')
    .orderBy('id'),
);

/** Of the person now, the one that began first ahead. */
export async function listUnderWay(db: Db, personId: string): Promise<AbsenceRow[]> {
  return (await underWayQuery(db, { personId, state: 'under-way' })).rows;
}

export interface AbsenceFilter {
  people: ReadonlySet<string> | 'all';
  personId?: string | undefined;
  states?: readonly AbsenceState[] | undefined;
}
export type AbsenceInContext = AbsenceRow & { personName: string | null; substituteName: string | null };

const select = (db: Db) =>
  db
    .selectFrom('absences as a')
    .leftJoin('people as person', 'person.id', 'a.personId')
    .leftJoin('people as substitute', 'substitute.id', 'a.substituteId')
    .selectAll('a')
    .select(['person.name as personName', 'substitute.name as substituteName']);

/** By first day, then id. */
export async function pageAbsences(
  db: Db,
  filter: AbsenceFilter,
  page: { after: { startsOn: string; id: string } | null; limit: number },
): Promise<AbsenceInContext[]> {
  const { people, personId, states } = filter;
  const { after } = page;
  let query = select(db);
  if (people !== 'all') query = query.where(among('a.personId', people));
  if (personId) query = query.where('a.personId', '=', personId);
  if (states) query = query.where('a.state', 'in', states);
  if (after)
    query = query.where((e) =>
      e.or([
        e('a.startsOn', '>', after.startsOn),
        e.and([e('a.startsOn', '=', after.startsOn), e('a.id', '>', after.id)]),
      ]),
    );
  return query.orderBy('a.startsOn').orderBy('a.id').limit(page.limit).execute();
}

export async function findAbsenceInContext(db: Db, id: string): Promise<AbsenceInContext | null> {
  return (await select(db).where('a.id', '=', id).executeTakeFirst()) ?? null;
}

const dueQuery = prepare<{ state: string; at: string }, AbsenceRow>((db, given) =>
  db
    .selectFrom('absences')
    .selectAll()
    .where('state', '=', given.state)
    .where('startsAt', '<=', given.at)
    .orderBy('startsAt')
    .orderBy('id')
    .limit(1),
);
const overQuery = prepare<{ state: string; at: string }, AbsenceRow>((db, given) =>
  db
    .selectFrom('absences')
    .selectAll()
    .where('state', '=', given.state)
    .where('endsAt', '<=', given.at)
    .orderBy('endsAt')
    .orderBy('id')
    .limit(1),
);

/** What is to begin goes before what is to end: who goes from one leave into the next is not back in between. */
export async function nextDueAbsence(db: Db, at: string): Promise<AbsenceRow | null> {
  const [starting] = (await dueQuery(db, { state: 'planned', at })).rows;
  if (starting) return starting;
  return (await overQuery(db, { state: 'under-way', at })).rows[0] ?? null;
}

const firstQuery = prepare<{ state: string }, { at: string }>((db, given) =>
  db
    .selectFrom('absences')
    .select('startsAt as at')
    .where('state', '=', given.state)
    .orderBy('startsAt')
    .limit(1),
);
const lastQuery = prepare<{ state: string }, { at: string | null }>((db, given) =>
  db
    .selectFrom('absences')
    .select('endsAt as at')
    .where('state', '=', given.state)
    .where('endsAt', 'is not', null)
    .orderBy('endsAt')
    .limit(1),
);

/** When the next absence begins or ends, if there is one. */
export async function nextAbsenceInstant(db: Db): Promise<string | null> {
  const starts = (await firstQuery(db, { state: 'planned' })).rows[0]?.at;
  const ends = (await lastQuery(db, { state: 'under-way' })).rows[0]?.at;
  const [first = null] = [starts, ends].filter((at) => typeof at === 'string').sort();
  return first;
}

/** Whether the person's last day is over: a leave under way that has no end. */
export const hasLeft = async (db: Db, personId: string): Promise<boolean> =>
  (await listUnderWay(db, personId)).some(({ endsOn }) => endsOn === null);

/** Of the person, those that have a last day and were not withdrawn, over or not. */
export async function listLeaves(db: Db, personId: string): Promise<AbsenceRow[]> {
  return db
    .selectFrom('absences')
    .selectAll()
    .where('personId', '=', personId)
    .where('state', '!=', 'withdrawn')
    .where('endsOn', 'is not', null)
    .orderBy('startsOn')
    .execute();
}

/** Beyond the period, where a short leave may go on in one that makes it long. */
const MARGIN_DAYS = 31;

interface Near {
  componentIds: string;
  from: string;
  to: string;
}

const nearQuery = prepare<Near, Period & { componentId: string }>((db, given) =>
  db
    .selectFrom('absences as a')
    .innerJoin('components as c', 'c.ownerId', 'a.personId')
    .select(['c.id as componentId', 'a.startsOn as start', 'a.endsOn as end'])
    .where('c.kind', '=', 'employee')
    .where(amongJson('c.id', given.componentIds))
    .where('a.state', '!=', 'withdrawn')
    .where('a.startsOn', '<=', given.to)
    .where('a.endsOn', '>=', given.from)
    .orderBy('a.startsOn')
    .$narrowType<{ end: string }>(),
);

/**
 * By component that stands for a person: the leaves in the period or next to it, also those to come, that have a last
 * day.
 */
export async function listAbsencesAt(
  db: Db,
  componentIds: readonly string[],
  { start, end }: Period,
): Promise<ReadonlyMap<string, Period[]>> {
  const [from, to] = [addDays(start, -MARGIN_DAYS), addDays(end, MARGIN_DAYS)];
  const { rows } = await nearQuery(db, { componentIds: JSON.stringify(componentIds), from, to });
  const found = new Map<string, Period[]>();
  for (const { componentId, ...leave } of rows)
    found.set(componentId, [...(found.get(componentId) ?? []), leave]);
  return found;
}

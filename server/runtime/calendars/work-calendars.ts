// Commands on the organisation's own calendars. What the server counts by follows each once it is on the disk.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { listAllComponents } from '../../store/queries/components.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import {
  findWorkCalendar,
  listWorkCalendars,
  removeWorkCalendar,
  saveWorkCalendar,
} from '../../store/queries/work-calendars.ts';
import type { Db } from '../../store/schema.ts';
import { isHolidayRegion, makeCalendars } from '../organisation/calendars.ts';
import { codeOf, type WorkCalendar } from '../organisation/own-calendars.ts';
import { findMoves, type World } from './find-moves.ts';
import { type CalendarPreview, recount, toPreview } from './recount-days.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'calendars' | 'cycles'>;
export type CalendarWish = Omit<WorkCalendar, 'id'>;

/** One day once, in order, so that two of the same are told to be so. */
function tidy(wish: CalendarWish): CalendarWish {
  const daysOff = [...new Map(wish.daysOff.map((day) => [day.date, day])).values()];
  return {
    name: wish.name,
    workingWeekdays: [...new Set(wish.workingWeekdays)].toSorted((a, b) => a - b),
    region: wish.region,
    daysOff: daysOff.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    workedDays: [...new Set(wish.workedDays)].toSorted(),
  };
}

async function requireSound(db: Db, { id, name, region }: WorkCalendar): Promise<void> {
  if (region !== null && !isHolidayRegion(region)) {
    const detail = `The public holidays of ${region} are not known. Use a country or one of its regions, such as DE or US-NY.`;
    throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
      errors: [{ pointer: '/region', detail }],
    });
  }
  if ((await listWorkCalendars(db)).some((other) => other.name === name && other.id !== id)) {
    const detail = `There is a calendar “${name}” already. Give this one another name.`;
    throw new ProblemError('conflict', detail, { errors: [{ pointer: '/name', detail }] });
  }
}

interface Change {
  action: 'calendar.create' | 'calendar.change' | 'calendar.remove';
  before: WorkCalendar | null;
  after: WorkCalendar | null;
  /** What was counted again with it. */
  recounted?: object;
}

/** Days off as one text each, so that the trail shows which came and which went. */
const inAudit = (calendar: WorkCalendar | null) =>
  calendar && { ...calendar, daysOff: calendar.daysOff.map(({ date, name }) => `${date} ${name}`) };

async function record(
  { clock }: Ports,
  db: Db,
  actor: Actor,
  { action, before, after, recounted }: Change,
): Promise<void> {
  const at = clock.now();
  const id = (after ?? before)?.id ?? '';
  const detail = {
    name: (after ?? before)?.name ?? '',
    ...changeOf(inAudit(before), inAudit(after)),
    ...recounted,
  };
  await appendAudit(db, { at, actor: actor.id, action, resource: `calendar/${id}`, detail });
  await appendFeed(db, { at, type: 'component.changed' });
}

/** Read again from the disk: of two changes at once the later one is what counts. */
const follow = async ({ store, calendars }: Ports): Promise<void> =>
  calendars.know(await store.read(listWorkCalendars));

export async function createCalendar(
  deps: Ports & Pick<Deps, 'ids'>,
  actor: Actor,
  wish: CalendarWish,
): Promise<WorkCalendar> {
  const calendar = { id: deps.ids.next('cal'), ...tidy(wish) };
  await deps.store.commit(async (db) => {
    await requireSound(db, calendar);
    await saveWorkCalendar(db, calendar);
    await record(deps, db, actor, { action: 'calendar.create', before: null, after: calendar });
  });
  await follow(deps);
  return calendar;
}

/** The world as it is, and as it would be with the calendar. */
async function worldsWith(db: Db, calendar: WorkCalendar): Promise<{ before: World; after: World }> {
  const components = await listAllComponents(db);
  const own = await listWorkCalendars(db);
  const others = own.filter(({ id }) => id !== calendar.id);
  return {
    before: { components, calendars: makeCalendars(own) },
    after: { components, calendars: makeCalendars([...others, calendar]) },
  };
}

/** `isRecounting`: open tasks and timers that count working days are counted again; else what was given stays. */
export async function changeCalendar(
  deps: Ports & Pick<Deps, 'ids'>,
  actor: Actor,
  { calendar: { id, ...wish }, isRecounting }: { calendar: WorkCalendar; isRecounting: boolean },
): Promise<WorkCalendar> {
  const calendar = { id, ...tidy(wish) };
  await deps.store.commit(async (db) => {
    const before = await findWorkCalendar(db, id);
    if (!before) throw notFound('calendar');
    if (JSON.stringify(tidy(before)) === JSON.stringify(tidy(calendar))) return;
    await requireSound(db, calendar);
    const moves = isRecounting ? await findMoves(deps, db, await worldsWith(db, calendar)) : null;
    await saveWorkCalendar(db, calendar);
    const at = deps.clock.now();
    const counted = moves && { recounted: await recount(db, moves, { at, seed: deps.ids.next('chg') }) };
    await record(deps, db, actor, { action: 'calendar.change', before, after: calendar, ...counted });
  });
  await follow(deps);
  return calendar;
}

/** @throws ProblemError conflict while a component names it: it would work on without a word. */
export async function removeCalendar(deps: Ports, actor: Actor, id: string): Promise<void> {
  await deps.store.commit(async (db) => {
    const before = await findWorkCalendar(db, id);
    if (!before) throw notFound('calendar');
    const users = (await listAllComponents(db)).filter(
      ({ holidayRegion }) => holidayRegion === codeOf(before),
    );
    if (users.length > 0)
      throw new ProblemError(
        'conflict',
        `“${before.name}” is used by ${users.map(({ name }) => name).join(', ')}. Give them another calendar first.`,
      );
    await removeWorkCalendar(db, id);
    await record(deps, db, actor, { action: 'calendar.remove', before, after: null });
  });
  await follow(deps);
}

export interface CalendarTrial {
  /** A calendar as it would be; without an id it is a new one. */
  calendar?: (CalendarWish & { id?: string | undefined }) | undefined;
  /** Which component would name which calendar or place. */
  assign?: { componentId: string; code: string | null } | undefined;
}

/** What would follow; nothing is kept. @throws ProblemError not-found. */
export async function previewTrial(
  deps: Pick<Deps, 'cycles' | 'clock' | 'calendars'>,
  db: Db,
  { calendar, assign }: CalendarTrial,
): Promise<CalendarPreview> {
  const components = await listAllComponents(db);
  if (assign && !components.some(({ id }) => id === assign.componentId)) throw notFound('component');
  const own = makeCalendars(await listWorkCalendars(db));
  const worlds = calendar
    ? await worldsWith(db, { ...tidy(calendar), id: calendar.id ?? 'new' })
    : { before: { components, calendars: own }, after: { components, calendars: own } };
  const after = {
    ...worlds.after,
    components: components.map((component) =>
      component.id === assign?.componentId ? { ...component, holidayRegion: assign.code } : component,
    ),
  };
  return toPreview(await findMoves(deps, db, { before: worlds.before, after }));
}

// A page of the list of plans, as it was asked for.
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import { isVisible } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { askedFor, nextCursor } from '../../http/pages.ts';
import { type AskedCell, countedBehind, inAll } from '../../reports/boards/behind.ts';
import { makePlaces } from '../../reports/boards/places.ts';
import { fromCursor, toCursor } from '../../routes/wire/cursor.ts';
import { listPlaces } from '../../store/queries/components.ts';
import { listPlanIds, type PlanFilter, pagePlans } from '../../store/queries/plan-list.ts';
import { hasMovedSince } from '../../store/queries/plan-moves.ts';
import {
  listWheres,
  numberSorts,
  type PlanSort,
  pageSortedPlans,
  whereKey,
} from '../../store/queries/plan-order.ts';
import {
  groupPlans,
  type PlansTogether,
  pageUrgentPlans,
  type Urgency,
} from '../../store/queries/plan-urgency.ts';
import type { Db } from '../../store/schema.ts';
import { stageNames } from './linked-plans.ts';
import { plansInSight } from './plans-in-sight.ts';
import { type PlanListItem, presentPlans, type Reader } from './present-plans.ts';

export interface AskedPlans
  extends Omit<PlanFilter, 'lateAt' | 'componentIds' | 'waitsFor' | 'stuck'>,
    AskedCell {
  cursor?: string | undefined;
  limit: number;
  under?: string | undefined;
  manager?: string | undefined;
  late?: 'true' | 'false' | undefined;
  stuck?: 'true' | 'false' | undefined;
  waits?: 'others' | undefined;
  counted?: 'reports' | undefined;
  sort: 'moved' | 'urgent' | PlanSort | `-${PlanSort}`;
  count?: 'true' | 'false' | undefined;
}

interface PlansPage {
  items: PlanListItem[];
  nextCursor: string | null;
  count?: number;
  fitting?: number;
  groups?: PlansTogether[];
}

async function placed(
  db: Db,
  { under, manager }: Pick<AskedPlans, 'under' | 'manager'>,
): Promise<ReadonlySet<string> | undefined> {
  if (under === undefined && manager === undefined) return undefined;
  const places = makePlaces(await listPlaces(db));
  const fits = (id: string) =>
    (under === undefined || places.isUnder(id, under)) &&
    (manager === undefined || places.managerOf(id) === manager);
  return new Set(places.ids.filter(fits));
}

/** Behind which plan a page begins, and when the first page was asked for. */
function urgencyOf(cursor: string | undefined): { after: Urgency; asOf: string } | null {
  const [asOf, dueAt, movedAt, id] = fromCursor(cursor, 4) ?? [];
  if (asOf === undefined || dueAt === undefined || movedAt === undefined || id === undefined) return null;
  return { asOf, after: { dueAt, movedAt, id } };
}

interface Reading {
  visible: ReadonlySet<string> | 'all';
  filter: PlanFilter;
  cursor: string | undefined;
  limit: number;
  cycles: Deps['cycles'];
  reader: Reader;
  at: string;
}

/** The order of a list that began at the instant; without one it begins now. */
async function asOfOrder(db: Db, asOf: string | undefined) {
  const hasMoved = asOf !== undefined && (await hasMovedSince(db, asOf));
  return { orderAsOf: asOf, movedAsOf: hasMoved ? asOf : undefined };
}

async function readByMove(db: Db, reading: Reading): Promise<PlansPage> {
  const { visible, filter, cursor, limit, reader, at: now } = reading;
  const [asOf, at, id] = fromCursor(cursor, 3) ?? [];
  const page = { before: at === undefined || id === undefined ? null : { at, id }, limit };
  const found = await pagePlans(db, visible, { filter: { ...filter, ...(await asOfOrder(db, asOf)) }, page });
  const plans = found.map(({ orderedAt: _, ...plan }) => plan);
  return {
    items: await presentPlans(db, plans, reader),
    nextCursor: nextCursor(found, limit, (last) => [asOf ?? now, last.orderedAt, last.id]),
  };
}

async function readByUrgency(
  db: Db,
  { visible, filter, cursor, limit, reader, at }: Reading,
): Promise<PlansPage> {
  const begun = urgencyOf(cursor);
  const asOf = begun?.asOf ?? at;
  const order = await asOfOrder(db, begun?.asOf);
  const asking = { filter: { ...filter, ...order }, after: begun?.after ?? null, limit };
  const found = await pageUrgentPlans(db, visible, asking);
  const plans = found.map(({ dueAt: _, orderedAt: __, ...plan }) => plan);
  return {
    items: await presentPlans(db, plans, reader),
    nextCursor: nextCursor(found, limit, ({ dueAt, orderedAt, id }) => [asOf, dueAt, orderedAt, id]),
  };
}

/** A stage without a name is shown by its id, as words. */
const shownName = (id: string, names: Record<string, string>): string =>
  names[id] === undefined || names[id] === id ? id.replaceAll(/[-_.]/g, ' ') : names[id];

/** What the stages are called where running plans are. */
async function namesOfWheres(
  db: Db,
  { cycles, filter }: Pick<Reading, 'cycles' | 'filter'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { cycleId, version, stage } of await listWheres(db, filter)) {
    const compiled = await cycles.find(db, cycleId, version);
    const own = compiled ? stageNames(compiled.cycle.stages) : {};
    names.set(whereKey(cycleId, version, stage), stage.map((id) => shownName(id, own)).join(', '));
  }
  return names;
}

const noNames: ReadonlyMap<string, string> = new Map();

async function readSorted(
  db: Db,
  { visible, filter: wanted, cursor, limit, cycles, reader, at }: Reading,
  sort: string,
): Promise<PlansPage> {
  const [value, id, orderAsOf] = fromCursor(cursor, 3) ?? [];
  const filter = { ...wanted, ...(await asOfOrder(db, orderAsOf)) };
  const behind = value === undefined || id === undefined ? undefined : toCursor(value, id);
  const asked = askedFor<PlanSort>({ sort, cursor: behind, limit }, numberSorts);
  const names = asked.sort === 'stage' ? await namesOfWheres(db, { cycles, filter }) : noNames;
  const found = await pageSortedPlans(db, visible, { filter, asked, stageNames: names });
  const plans = found.map(({ sortedBy: _, ...plan }) => plan);
  return {
    items: await presentPlans(db, plans, reader),
    nextCursor: nextCursor(found, limit, (last) => [last.sortedBy, last.id, orderAsOf ?? at]),
  };
}

function readPage(db: Db, reading: Reading, sort: AskedPlans['sort']): Promise<PlansPage> {
  if (sort === 'urgent') return readByUrgency(db, reading);
  return sort === 'moved' ? readByMove(db, reading) : readSorted(db, reading, sort);
}

/** A plan that stands elsewhere for the reader is counted there. */
async function groupsOf(
  db: Db,
  visible: Reading['visible'],
  { standing = new Map(), ...filter }: PlanFilter,
): Promise<PlansTogether[]> {
  const except = new Set([...(filter.except ?? []), ...standing.keys()]);
  const groups = await groupPlans(db, visible, { ...filter, except });
  if (standing.size === 0) return groups;
  const page = { before: null, limit: standing.size };
  const only = new Set(standing.keys());
  const apart = await pagePlans(db, visible, { filter: { ...filter, standing, only }, page });
  for (const { id, cycleId, cycleName } of apart) {
    const stage = [...(standing.get(id)?.stage ?? [])];
    const same = groups.find((one) => one.cycleId === cycleId && isDeepStrictEqual(one.stage, stage));
    if (same) same.count++;
    else groups.push({ cycleId, cycleName, stage, count: 1, stuck: 0 });
  }
  return groups;
}

function inBoth(visible: Reading['visible'], asked: ReadonlySet<string> | undefined): string[] | 'all' {
  if (asked === undefined) return visible === 'all' ? 'all' : [...visible];
  return [...asked].filter((id) => isVisible(visible, id));
}

const sumOf = (ids: readonly string[], counted: ReadonlyMap<string, number>): number =>
  ids.reduce((sum, id) => sum + (counted.get(id) ?? 0), 0);

export async function listPlans(
  { store, clock, cycles }: Pick<Deps, 'store' | 'clock' | 'cycles'>,
  actor: Actor,
  asked: AskedPlans,
): Promise<PlansPage> {
  const scope = authorize(actor, 'plans.read');
  const { cursor, limit, under, manager, late, stuck, sort, count, waits, q, counted: as, ...rest } = asked;
  const { methods, results, dimension, goalOutcome, given, after, ...wanted } = rest;
  const cell: AskedCell = { methods, results, dimension, goalOutcome, given, after };
  return store.read(async (db) => {
    const { outcome, owes } = wanted;
    const telling = { outcome, cell, late, stuck, waits, owes, counted: as };
    const sight = await plansInSight({ cycles }, db, { actor, scope, asked: telling });
    const { visible, except, reviews } = sight;
    const componentIds = await placed(db, { under, manager });
    const within = { ...wanted, componentIds: inBoth(visible, componentIds), except: [...(except ?? [])] };
    const counted = await countedBehind({ ports: { cycles }, db, within }, cell);
    const filter: PlanFilter = {
      ...wanted,
      ...(waits === 'others' ? { waitsFor: { othersThan: actor.id, q } } : { q }),
      except,
      standing: reviews,
      only: inAll(counted),
      componentIds,
      lateAt: late === 'true' ? clock.now() : undefined,
      stuck: stuck === 'true',
    };
    const reader = { id: actor.id, reviews };
    const reading = { visible, filter, cursor, limit, cycles, reader, at: clock.now() };
    const page = await readPage(db, reading, sort);
    if (count !== 'true') return page;
    const groups = await groupsOf(db, visible, filter);
    const [behind, ...more] = counted;
    const fitting =
      behind && more.length === 0 ? { fitting: sumOf(await listPlanIds(db, visible, filter), behind) } : {};
    return { ...page, count: groups.reduce((sum, one) => sum + one.count, 0), ...fitting, groups };
  });
}

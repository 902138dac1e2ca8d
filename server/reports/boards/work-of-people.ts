// How much people have to do, and what of it within a week: by the days of the place that each task is about.
import { addDays, localDateOf, startOfDay } from '../../../engine/index.ts';
import type { Within } from '../../store/queries/plans-within.ts';
import { countWorkOfPeople, listDueBetween, type WorkOfPerson } from '../../store/queries/work-counts.ts';
import { componentZones } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';

const SOON_DAYS = 7;
const HOUR = 3_600_000;
const hoursAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * HOUR).toISOString();

/** The last day that is soon ends then. */
const soonEnds = (at: string, zone: string): string =>
  startOfDay(addDays(localDateOf(at, zone), SOON_DAYS + 1), zone);

export async function workOfPeople(db: Db, at: string, within: Within): Promise<WorkOfPerson[]> {
  // The day ends seven to eight days from now wherever it is, but for the hour that clocks are changed by: what is due
  // within that time is looked at one by one.
  const [from, to] = [hoursAfter(at, SOON_DAYS * 24 - 1), hoursAfter(at, SOON_DAYS * 24 + 25)];
  const work = await countWorkOfPeople(db, { at, soon: from }, within);
  const near = await listDueBetween(db, { from, to }, within);
  const zoneOf = await componentZones(db, [...new Set(near.map(({ componentId }) => componentId))]);
  const soon = new Map<string | null, number>();
  for (const { assigneeId, componentId, dueAt } of near)
    if (dueAt < soonEnds(at, zoneOf(componentId))) soon.set(assigneeId, (soon.get(assigneeId) ?? 0) + 1);
  return work.map((one) => ({ ...one, dueSoon: one.dueSoon + (soon.get(one.assigneeId) ?? 0) }));
}

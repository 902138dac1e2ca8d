// All that the roll-up looks at: the organisation, what is agreed of its components, and when each of them works.
import type { Agreement, Calendar, Period } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { letOthers } from '../in-slices.ts';
import { readAgreements } from '../runtime/agreement/agreements.ts';
import { type Placed, yearsOf } from '../runtime/organisation/calendars.ts';
import { type OrganisationRead, type Reading, readOrganisation } from '../store/queries/reports.ts';
import type { Db } from '../store/schema.ts';

export interface ToScore extends OrganisationRead {
  agreements?: Agreement[];
  calendarOf?: (componentId: string) => Calendar;
}
export type Counting = Pick<Deps, 'calendars'>;

type Place = Placed & { id: string; parentId: string | null };

/** By the nearest component above that says so; one that is its own ancestor has what is found until then. */
function calendarsIn(
  { calendars }: Counting,
  components: readonly Place[],
  [first, last]: [number, number],
): (componentId: string) => Calendar {
  const places = new Map(components.map((place) => [place.id, place]));
  const known = new Map<string | null, Placed>([[null, { zone: null, holidayRegion: null }]]);
  const saidAt = (id: string | null, below: ReadonlySet<string>): Placed => {
    const found = known.get(id);
    const place = places.get(id ?? '');
    if (found || !place || below.has(place.id)) return found ?? { zone: null, holidayRegion: null };
    const above = saidAt(place.parentId, new Set([...below, place.id]));
    const said = {
      zone: place.zone ?? above.zone,
      holidayRegion: place.holidayRegion ?? above.holidayRegion,
    };
    known.set(id, said);
    return said;
  };
  const by = new Map<string, Calendar>();
  return (id) => {
    const calendar = by.get(id) ?? calendars.of([saidAt(id, new Set())], first, last);
    by.set(id, calendar);
    return calendar;
  };
}

export async function readToScore(
  counting: Counting,
  db: Db,
  { period, at, reading }: { period: Period; at: string; reading?: Reading },
): Promise<ToScore> {
  const read = await readOrganisation(db, period, reading);
  await letOthers();
  const calendarOf = calendarsIn(counting, read.components, yearsOf(at, period));
  await letOthers();
  const agreements = await readAgreements(db, {
    ...{ period, componentIds: 'all', goals: read.goals },
    zonesOf: async () => (componentId) => calendarOf(componentId).zone,
  });
  return { ...read, agreements, calendarOf };
}

// When a component works: its own or its nearest ancestor's zone, and the public holidays of a place or a calendar of the
// organisation's own.
import Holidays from 'date-holidays';
import {
  type Calendar,
  type Component,
  everyWeekdayInUtc,
  isZone,
  type Period,
} from '../../../engine/index.ts';
import { daysOffIn, type Holiday, ownIdOf, type WorkCalendar } from './own-calendars.ts';

export interface Calendars {
  /** `lineage` is the component and its ancestors, nearest first; the years are those around which days are counted. */
  of(lineage: readonly Placed[], year: number, lastYear?: number): Calendar;
  /** The days off of a year, by day, in a place or in a calendar of one's own. */
  daysOff(code: string, year: number): Holiday[];
  /** What is counted by from now on. */
  know(own: readonly WorkCalendar[]): void;
}

/** Where a component says when it works. */
export type Placed = Pick<Component, 'zone' | 'holidayRegion'>;

/** A working-day span may reach into the years beside its own. */
const [YEARS_BEFORE, YEARS_AFTER] = [1, 2];

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The first and the last year in which days count for what is scored over a period and looked at then. */
export const yearsOf = (at: string, { start, end }: Period): [number, number] => [
  Math.min(yearOf(at), yearOf(start)),
  Math.max(yearOf(at), yearOf(end)),
];

/** Such as Germany, or one of its regions, with the code that a component names it by. */
export interface HolidayRegion {
  code: string;
  name: string;
}

/** Countries by name, each before its regions. */
export function listHolidayRegions(): HolidayRegion[] {
  const holidays = new Holidays();
  const countries = Object.entries(holidays.getCountries('en') ?? {});
  return countries
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en'))
    .flatMap(([code, name]) => [
      { code, name },
      ...Object.entries(holidays.getStates(code, 'en') ?? {}).map(([state, region]) => ({
        code: `${code}-${state}`,
        name: `${name}: ${region}`,
      })),
    ]);
}

export const isHolidayRegion = (code: string): boolean => {
  const [country = '', state, ...more] = code.split('-');
  const holidays = new Holidays();
  if (!(country in (holidays.getCountries() ?? {})) || more.length > 0) return false;
  return state === undefined || state in (holidays.getStates(country) ?? {});
};

/** The public holidays of a year there, by day. */
function namedHolidays(region: string, year: number): Holiday[] {
  const [country = '', ...rest] = region.split('-');
  const holidays = new Holidays();
  holidays.init(country, ...rest);
  const days = holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
  return [...new Map(days.map((day) => [day.date, day])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

export function makeCalendars(first: readonly WorkCalendar[] = []): Calendars {
  let own = new Map(first.map((calendar) => [calendar.id, calendar]));
  const holidays = new Map<string, Holiday[]>();
  const calendars = new Map<string, Calendar>();
  const ownOf = (code: string) => own.get(ownIdOf(code) ?? '');

  /** None for a place unknown to the library. */
  function publicHolidays(region: string, year: number): Holiday[] {
    const key = `${region} ${year}`;
    const days = holidays.get(key) ?? namedHolidays(region, year);
    holidays.set(key, days);
    return days;
  }

  function daysOff(code: string, year: number): Holiday[] {
    const calendar = ownOf(code);
    if (!calendar) return ownIdOf(code) === null ? publicHolidays(code, year) : [];
    return daysOffIn(calendar, year, calendar.region === null ? [] : publicHolidays(calendar.region, year));
  }

  function make(zone: string, code: string | null, [first, last]: [number, number]): Calendar {
    const from = first - YEARS_BEFORE;
    const count = code === null ? 0 : last + YEARS_AFTER - from + 1;
    const days = Array.from({ length: count }, (_, index) => daysOff(code ?? '', from + index))
      .flat()
      .map(({ date }) => date);
    const workingWeekdays = (code && ownOf(code)?.workingWeekdays) || everyWeekdayInUtc.workingWeekdays;
    return { zone, workingWeekdays, holidays: days };
  }

  return {
    daysOff,
    of(lineage, year, lastYear = year) {
      const zone = lineage.find((component) => component.zone !== null)?.zone ?? 'UTC';
      const region = lineage.find((component) => component.holidayRegion !== null)?.holidayRegion ?? null;
      const key = `${zone} ${region} ${year} ${lastYear}`;
      const calendar = calendars.get(key) ?? make(isZone(zone) ? zone : 'UTC', region, [year, lastYear]);
      calendars.set(key, calendar);
      return calendar;
    },
    know(next) {
      own = new Map(next.map((calendar) => [calendar.id, calendar]));
      calendars.clear();
    },
  };
}

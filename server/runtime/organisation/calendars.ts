// When a component works: its own or its nearest ancestor's zone and public holidays.
import Holidays from 'date-holidays';
import { type Calendar, type Component, everyWeekdayInUtc, isZone } from '../../../engine/index.ts';

export interface Calendars {
  /** `lineage` is the component and its ancestors, nearest first; the year is the one around which days are counted. */
  of(lineage: readonly Component[], year: number): Calendar;
}

/** A working-day span may reach into the years beside its own. */
const YEARS_AROUND = [-1, 0, 1, 2];

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

export interface Holiday {
  date: string;
  name: string;
}

/** The public holidays of a year there, by day. */
export function namedHolidays(region: string, year: number): Holiday[] {
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

/** Days of public holidays in a country (US) or one of its regions (US-NY); none for a place unknown to the library. */
const holidaysOf = (region: string, year: number): string[] =>
  namedHolidays(region, year).map(({ date }) => date);

export function makeCalendars(): Calendars {
  const holidays = new Map<string, string[]>();
  const calendars = new Map<string, Calendar>();

  function holidaysIn(region: string, year: number): string[] {
    const key = `${region} ${year}`;
    const days = holidays.get(key) ?? holidaysOf(region, year);
    holidays.set(key, days);
    return days;
  }

  function make(zone: string, region: string | null, year: number): Calendar {
    const days = region === null ? [] : YEARS_AROUND.flatMap((offset) => holidaysIn(region, year + offset));
    return { ...everyWeekdayInUtc, zone, holidays: days };
  }

  return {
    of(lineage, year) {
      const zone = lineage.find((component) => component.zone !== null)?.zone ?? 'UTC';
      const region = lineage.find((component) => component.holidayRegion !== null)?.holidayRegion ?? null;
      const key = `${zone} ${region} ${year}`;
      const calendar = calendars.get(key) ?? make(isZone(zone) ? zone : 'UTC', region, year);
      calendars.set(key, calendar);
      return calendar;
    },
  };
}

// When a component works: its own or its nearest ancestor's zone and public holidays.
import Holidays from 'date-holidays';
import { type Calendar, type Component, everyWeekdayInUtc, isZone } from '../../../engine/index.ts';

export interface Calendars {
  /** `lineage` is the component and its ancestors, nearest first; the year is the one around which days are counted. */
  of(lineage: readonly Component[], year: number): Calendar;
}

/** A working-day span may reach into the years beside its own. */
const YEARS_AROUND = [-1, 0, 1, 2];

/** Days of public holidays in a country (US) or one of its regions (US-NY); none for a place unknown to the library. */
function holidaysOf(region: string, year: number): string[] {
  const [country = '', ...rest] = region.split('-');
  const holidays = new Holidays();
  holidays.init(country, ...rest);
  const days = holidays
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));
  return [...new Set(days)];
}

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

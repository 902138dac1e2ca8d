// A calendar of the organisation's own stands where a component names a place: `own:` and its id.

export interface Holiday {
  date: string;
  name: string;
}
export interface WorkCalendar {
  id: string;
  name: string;
  /** ISO weekdays, 1 is Monday. */
  workingWeekdays: number[];
  /** The place whose public holidays it begins with; null: none. */
  region: string | null;
  /** Days off beside those. */
  daysOff: Holiday[];
  /** Public holidays that are worked all the same. */
  workedDays: string[];
}

const PREFIX = 'own:';
export const codeOf = ({ id }: Pick<WorkCalendar, 'id'>): string => PREFIX + id;
/** Null: the code is that of a place. */
export const ownIdOf = (code: string): string | null =>
  code.startsWith(PREFIX) ? code.slice(PREFIX.length) : null;

/** By day; a day that is named twice has the organisation's own name. */
export function daysOffIn(
  calendar: WorkCalendar,
  year: number,
  publicHolidays: readonly Holiday[],
): Holiday[] {
  const { daysOff, workedDays } = calendar;
  const days = [
    ...publicHolidays.filter(({ date }) => !workedDays.includes(date)),
    ...daysOff.filter(({ date }) => date.startsWith(`${year}-`)),
  ];
  return [...new Map(days.map((day) => [day.date, day])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

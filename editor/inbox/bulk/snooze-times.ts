// When a task may come back, in words that a person thinks in: later today, tomorrow morning, on Monday, in two weeks.
import { addDays, atHour, localDateOf } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export interface SnoozeTime {
  id: string;
  name: string;
  until: string;
}

const HOUR_MS = 3_600_000;
/** Eight o'clock by the wall clock, also on a day when the clocks change. */
export const morningOf = (day: string, zone: string): string => atHour(day, 8, zone);

/** Monday is 1. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export function snoozeTimes(now: string, zone: string): SnoozeTime[] {
  const today = localDateOf(now, zone);
  const inThreeHours = new Date(Date.parse(now) + 3 * HOUR_MS).toISOString();
  const at = (days: number) => morningOf(addDays(today, days), zone);
  const times = [
    { id: 'later', name: t('In three hours'), until: inThreeHours },
    { id: 'tomorrow', name: t('Tomorrow morning'), until: at(1) },
    { id: 'monday', name: t('Monday morning'), until: at(8 - weekdayOf(today)) },
    { id: 'two-weeks', name: t('In two weeks'), until: at(14) },
  ];
  return times.filter(({ until }, index) => times.findIndex((one) => one.until === until) === index);
}

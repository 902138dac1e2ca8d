// For how much of a window a component was there to be appraised: f, as active days over days.
// Days are counted by date in the component's calendar, so leap years and clock changes need no special case.
import type { Calendar } from '../model/calendar.ts';
import type { LocalDate, Period } from '../model/time.ts';
import { addDays, daysIn } from '../time/days.ts';
import { workingDaysIn } from '../time/working-days.ts';
import { type Fraction, one, ratioOf } from './fraction.ts';

export interface ActiveTime {
  /** When it was active; null is open. None at all: never. */
  spans: { from: LocalDate | null; to: LocalDate | null }[];
  /** Approved absences; only long ones count, and what follows another without a working day between is one with it. */
  absences: Period[];
  dayCount: 'calendar' | 'working';
  /** Active for less of the window it is not rated. */
  minFraction: number;
}

export interface Activity {
  /** Active days in the part of the window that is reckoned. */
  days: number;
  /** Days of the whole window. */
  of: number;
  standing: 'rated' | 'insufficient_period' | 'not_applicable';
}

/** 90 days of a year. */
export const defaultMinFraction = 90 / 365;

export const alwaysActive: ActiveTime = {
  spans: [{ from: null, to: null }],
  absences: [],
  dayCount: 'calendar',
  minFraction: defaultMinFraction,
};

export const activeBetween = (
  from: LocalDate | null | undefined,
  to: LocalDate | null | undefined,
): ActiveTime => ({ ...alwaysActive, spans: [{ from: from ?? null, to: to ?? null }] });

/** A leave of more working days than this is long: it makes the period shorter. */
const shortAbsence = 10;

export function overlapOf(a: Period, b: Period): Period | null {
  const [, start = a.start] = [a.start, b.start].sort();
  const [end = a.end] = [a.end, b.end].sort();
  return start <= end ? { start, end } : null;
}

/** The periods as stretches that neither overlap nor touch, in order. */
export function merge(periods: readonly Period[]): Period[] {
  const merged: Period[] = [];
  for (const next of periods.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || addDays(last.end, 1) < next.start) merged.push({ ...next });
    else if (last.end < next.end) last.end = next.end;
  }
  return merged;
}

/** As stretches away from work: from one into the next nobody is back when no working day lies between. */
export function joinedLeaves(leaves: readonly Period[], calendar: Calendar): Period[] {
  const joined: Period[] = [];
  for (const next of merge(leaves)) {
    const last = joined.at(-1);
    const isApart =
      last === undefined ||
      workingDaysIn({ start: addDays(last.end, 1), end: addDays(next.start, -1) }, calendar) > 0;
    if (isApart) joined.push({ ...next });
    else last.end = next.end;
  }
  return joined;
}

export const isLongLeave = (leave: Period, calendar: Calendar): boolean =>
  workingDaysIn(leave, calendar) > shortAbsence;

/** Leaves over which nothing is due, in order. */
export const longLeaves = ({ absences }: ActiveTime, calendar: Calendar): Period[] =>
  joinedLeaves(absences, calendar).filter((leave) => isLongLeave(leave, calendar));

const within = (period: Period, spans: ActiveTime['spans']): Period[] =>
  merge(
    spans.flatMap(
      ({ from, to }) => overlapOf(period, { start: from ?? period.start, end: to ?? period.end }) ?? [],
    ),
  );

type DayCount = (period: Period) => number;

const counter = ({ dayCount }: ActiveTime, calendar: Calendar): DayCount =>
  dayCount === 'working' ? (period) => workingDaysIn(period, calendar) : daysIn;

export function activeDaysIn(period: Period, time: ActiveTime, calendar: Calendar): number {
  const count = counter(time, calendar);
  const present = within(period, time.spans);
  const away = longLeaves(time, calendar);
  const sum = (periods: Period[]): number => periods.reduce((all, one) => all + count(one), 0);
  const missed = present.flatMap((span) => away.flatMap((absence) => overlapOf(span, absence) ?? []));
  return sum(present) - sum(missed);
}

function standingOf(days: number, of: number, time: ActiveTime): Activity['standing'] {
  if (days <= 0 || of === 0) return 'not_applicable';
  // As plain numbers: 91 days of 366 are not less than a fraction that is written as 91 / 366.
  return days / of < time.minFraction ? 'insufficient_period' : 'rated';
}

export function activityIn(
  window: { period: Period; segment: Period },
  time: ActiveTime,
  calendar: Calendar,
): Activity {
  const of = counter(time, calendar)(window.period);
  const whole = activeDaysIn(window.period, time, calendar);
  const standing = standingOf(whole, of, time);
  const parted = window.segment !== window.period;
  return { days: parted ? activeDaysIn(window.segment, time, calendar) : whole, of, standing };
}

/** f: what the standards of additive measures are scaled by. */
export const fractionActive = ({ days, of }: Activity): Fraction => (days === of ? one : ratioOf(days, of));

// When something is due, in words first: "2 days late", "today", "Fri", "in 3 weeks". Days are the viewer's own.
import { dateText, dayInZone, type Habits, habits, retell, t, viewerZone } from '../../language/index.ts';

export type DueSection = 'late' | 'today' | 'this-week' | 'later';

/** The calendar day of an instant in a zone, as days since 1970-01-01. */
function dayNumber(instant: string, zone: string): number {
  return Date.parse(`${dayInZone(instant, zone)}T00:00:00Z`) / 86_400_000;
}

export const daysUntil = (instant: string, now: string, zone: string): number =>
  dayNumber(instant, zone) - dayNumber(now, zone);

/** Monday is 1; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

function lateWords(instant: string, now: string, days: number): string {
  if (days < 0) return t('{days, plural, one {# day} other {# days}} late', { days: -days });
  const hours = Math.floor((Date.parse(now) - Date.parse(instant)) / 3_600_000);
  return hours < 1 ? t('just late') : t('{hours, plural, one {# hour} other {# hours}} late', { hours });
}

function aheadWords(instant: string, zone: string, days: number): string {
  if (days === 0) return t('today');
  if (days === 1) return t('tomorrow');
  if (days < 7) return dateText(instant, { timeZone: zone, weekday: 'short' });
  if (days < 14) return t('in {days} days', { days });
  if (days < 61)
    return t('in {weeks, plural, one {# week} other {# weeks}}', { weeks: Math.round(days / 7) });
  return t('in {months, plural, one {# month} other {# months}}', { months: Math.round(days / 30.4) });
}

export interface Due {
  section: DueSection;
  words: string;
}

/** No due instant is later, and says so. */
export function dueOf(instant: string | null, now: string, zone: string): Due {
  if (instant === null) return { section: 'later', words: t('no date') };
  const days = daysUntil(instant, now, zone);
  if (instant < now) return { section: 'late', words: lateWords(instant, now, days) };
  const words = aheadWords(instant, zone, days);
  if (days === 0) return { section: 'today', words };
  const lastDayOfWeek = 7 - weekdayOf(dayNumber(now, zone));
  return { section: days <= lastDayOfWeek ? 'this-week' : 'later', words };
}

export type DueTone = 'late' | 'soon' | 'calm';
/** `soonAt` is counted by the server in the working days of who has the task; without it soon is today. */
export function toneOf(
  due: { at: string | null; soonAt?: string | null; zone: string },
  now: string,
): DueTone {
  const { at, soonAt, zone } = due;
  if (at === null) return 'calm';
  if (at < now) return 'late';
  const isSoon = soonAt === undefined ? daysUntil(at, now, zone) === 0 : soonAt !== null && soonAt <= now;
  return isSoon ? 'soon' : 'calm';
}

export const nowInstant = (): string => new Date().toISOString();

/** What is dated while it is written has the day at its writer's place. */
export const dayNow = (now = nowInstant(), zone = viewerZone()): string => dayInZone(now, zone);

const inWords = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const hours = { hour: '2-digit', minute: '2-digit' } as const;

export const exactly = (instant: string, zone = viewerZone()): string =>
  habits.days === 'numbers'
    ? `${dayInZone(instant, zone)} ${dateText(instant, { timeZone: zone, ...hours })} (${zone})`
    : `${dateText(instant, { timeZone: zone, weekday: 'short', ...inWords, ...hours })} (${zone})`;

export function shortDate(dateOrInstant: string, form: Habits['days'] = habits.days): string {
  const timeZone = dateOrInstant.length === 10 ? 'UTC' : viewerZone();
  return form === 'numbers'
    ? dayInZone(dateOrInstant, timeZone)
    : dateText(dateOrInstant, { timeZone, ...inWords });
}

function isDay(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const momentInWords = (text: string): string => {
  if (text.length > 10) return Number.isNaN(Date.parse(text)) ? text : exactly(text);
  return isDay(text) ? shortDate(text) : text;
};

/** Days and instants, such as 2026-01-05 and 2026-01-05T09:00:00.000Z. What is quoted stays as it was typed. */
const moments = /(?<!["'“„/-])\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?(?![\w"'”“/-])/g;

/** A sentence of the engine or the server in its reader's language, with days and instants as they like them. */
export const saidInWords = (sentence: string): string => retell(sentence).replaceAll(moments, momentInWords);

export const clockTime = (instant: string): string => dateText(instant, { timeZone: viewerZone(), ...hours });

export const daysSince = (instant: string, now: string, zone: string): number =>
  Math.max(0, -daysUntil(instant, now, zone));

// Days off from what was pasted or a file: a line each, "2026-12-24 Christmas Eve" or "24.12.2026;Heiligabend", or the days
// of an iCalendar file. What cannot be read is told by its line, and the rest is taken.
import { readDate } from '../../app/words/read-date.ts';
import { t } from '../../language/index.ts';

export interface DayOff {
  date: string;
  name: string;
}
export interface ReadDays {
  days: DayOff[];
  /** Lines without a day. */
  unread: string[];
}

const isCalendarFile = (text: string): boolean => /^\s*BEGIN:VCALENDAR/i.test(text);

/** Of an event its first day: who is off for longer names each. Folded lines are joined first (RFC 5545, 3.1). */
function readCalendarFile(text: string): ReadDays {
  const events = text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/BEGIN:VEVENT/i)
    .slice(1);
  const read = events.map((event) => {
    const [, year, month, day] = /^DTSTART[^:\r\n]*:(\d{4})(\d{2})(\d{2})/im.exec(event) ?? [];
    const name =
      /^SUMMARY[^:\r\n]*:(.*)$/im
        .exec(event)?.[1]
        ?.trim()
        .replaceAll(/\\([,;\\])/g, '$1') ?? '';
    return { date: year ? readDate(`${year}-${month}-${day}`) : null, name };
  });
  return {
    days: read.flatMap(({ date, name }) => (date === null ? [] : [{ date, name: name || t('Day off') }])),
    unread: read.flatMap(({ date, name }) => (date === null ? [name] : [])),
  };
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();

/** The day is as long as it can be read: "26 Nov 2026 Thanksgiving". */
function readLine(line: string): DayOff | null {
  const end = line.search(/[;,\t]/);
  const cell = end < 0 ? null : readDate(unquoted(line.slice(0, end)));
  if (cell) return { date: cell, name: unquoted(line.slice(end + 1)) || t('Day off') };
  const words = line.trim().split(/\s+/);
  for (const count of [3, 1]) {
    const date = readDate(words.slice(0, count).join(' '));
    if (date)
      return {
        date,
        name:
          words
            .slice(count)
            .join(' ')
            .replace(/^[-–:;,]\s*/, '') || t('Day off'),
      };
  }
  return null;
}

export function readDaysOff(text: string): ReadDays {
  if (isCalendarFile(text)) return readCalendarFile(text);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const read = lines.map((line) => ({ line, day: readLine(line) }));
  return {
    days: read.flatMap(({ day }) => day ?? []),
    unread: read.flatMap(({ line, day }) => (day === null ? [line.trim()] : [])),
  };
}

/** A day that is there already gets the name that came last. */
export const mergeDays = (known: readonly DayOff[], more: readonly DayOff[]): DayOff[] =>
  [...new Map([...known, ...more].map((day) => [day.date, day])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );

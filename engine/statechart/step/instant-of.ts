// When a delay ends: ISO 8601 or working days from an instant, or an expression that gives a date,
// a date and time, or a duration.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../model/calendar.ts';
import type { Json } from '../../model/json.ts';
import type { Instant } from '../../model/time.ts';
import { daysBetween, formatInstant } from '../../time/instant.ts';
import type { Timekeeper } from '../../time/timekeeper.ts';
import { type Draft, fail } from './draft.ts';
import { jsonIn } from './evaluate-in.ts';

export interface Delay {
  delay: string;
  place: string;
}

/** While the plan's clock stands still, what takes time begins with the last day away; what takes none is at once. */
function addSpanIn(draft: Draft, from: Instant, span: string): Instant | null {
  const { time, plan, situation } = draft;
  const { calendar } = situation.facts;
  const after = time.addSpan(from, span, calendar);
  if (!plan.away || after === null || after <= from) return after;
  const days = daysBetween(time.dateOf(from, calendar), plan.away.until);
  return days > 0 ? time.addSpan(time.addSpan(from, `P${days}D`, calendar) ?? from, span, calendar) : after;
}

/** Null after a fault. */
export function instantOf(draft: Draft, { delay, place }: Delay, from: Instant): Instant | null {
  try {
    const after = addSpanIn(draft, from, delay);
    if (after !== null) return after;
    const given = jsonIn(draft, delay, place);
    return given === undefined ? null : instantFrom(given, from, draft);
  } catch (cause) {
    fail(draft, delay, place, cause instanceof Error ? cause.message : String(cause));
    return null;
  }
}

function instantFrom(given: Json, from: Instant, draft: Draft): Instant {
  const { time, situation } = draft;
  const { calendar } = situation.facts;
  const at =
    typeof given === 'string' ? (addSpanIn(draft, from, given) ?? instantAt(given, calendar, time)) : null;
  if (at !== null) return at;
  throw new RangeError(
    `A delay is a duration, a date or a date and time; this gives ${JSON.stringify(given)}.`,
  );
}

const dateText = /^\d{4}-\d{2}-\d{2}$/;
const dateTimeText =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2}|@[A-Za-z0-9_+/-]+)?$/;

/** A day is its start in the zone; a time without a zone is meant in the zone. */
function instantAt(text: string, calendar: Calendar, time: Timekeeper): Instant | null {
  if (dateText.test(text)) return time.startOfDay(text, calendar);
  const [, local = '', offset = ''] = dateTimeText.exec(text) ?? [];
  if (!local) return null;
  if (offset && !offset.startsWith('@')) return formatInstant(Temporal.Instant.from(text));
  const named = offset ? offset.slice(1) : calendar.zone;
  return formatInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(named).toInstant());
}

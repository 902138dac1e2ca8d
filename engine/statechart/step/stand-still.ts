// A plan's clock stands still while the person whom it is about is on a long leave: what was still to come is put
// off by the working days of the leave, and what is armed meanwhile counts from its end. Domain section 3 L. A cycle
// that listens to the leave says itself what it does; fixed dates stay as they are.
import { z } from 'zod';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import { type Instant, type LocalDate, localDateSchema } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import { isSpan } from '../../time/span.ts';
import { workingDaysBetween } from '../../time/working-days.ts';
import type { Draft, Happening } from './draft.ts';
import { jsonIn } from './evaluate-in.ts';
import type { Delay } from './instant-of.ts';
import { moveDue } from './move-due.ts';

/** What `leave.started` and `leave.ended` tell of the days away, both included; `pauses` when it is the plan's own person. */
const leaveSchema = z.object({ from: localDateSchema, to: localDateSchema, pauses: z.literal(true) });

interface Leave {
  kind: 'started' | 'ended';
  from: LocalDate;
  to: LocalDate;
}

/** Null when it says nothing of a leave over which the plan's clock stands still. */
export function leaveIn({ away }: Pick<Plan, 'away'>, type: string, data: JsonObject): Leave | null {
  const kind = type === 'leave.started' ? 'started' : type === 'leave.ended' ? 'ended' : null;
  if (kind === null || (kind === 'ended') !== Boolean(away)) return null;
  const read = leaveSchema.safeParse(data);
  return read.success ? { kind, from: read.data.from, to: read.data.to } : null;
}

/** Before the day `a` begins up to the end of the day `b`; negative when `b` comes first. */
const workedFrom = (a: LocalDate, b: LocalDate, draft: Draft): number =>
  workingDaysBetween(addDays(a, -1), b, draft.situation.facts.calendar);

/** By how many working days everything moves. */
function shiftBy(draft: Draft, { kind, from, to }: Leave): number {
  const { away } = draft.plan;
  if (kind === 'started') return workedFrom(from, to, draft);
  return away ? workingDaysBetween(away.until, to, draft.situation.facts.calendar) : 0;
}

/** Whether it is so long after something, and not a date that a leave does not move. */
function isSpanIn(draft: Draft, { delay, place }: Delay): boolean {
  if (isSpan(delay)) return true;
  const given = jsonIn(draft, delay, place);
  return typeof given === 'string' && isSpan(given);
}

interface Shift {
  /** Working days. */
  days: number;
  /** What was due before is due still. */
  since: Instant;
}

/** One that is heard of late counts from its first day all the same. */
function sinceWhen({ time, situation }: Draft, { kind, from }: Leave): Instant {
  const start = time.startOfDay(from, situation.facts.calendar);
  return kind === 'started' && start < situation.at ? start : situation.at;
}

/** What comes back earlier is due at once at the earliest. */
function shifted(draft: Draft, dueAt: Instant, { days, since }: Shift): Instant | null {
  const { at, facts } = draft.situation;
  if (dueAt <= since) return null;
  const moved = draft.time.addSpan(dueAt, `${days}bd`, facts.calendar);
  if (moved === null || moved === dueAt) return null;
  const isPast = moved < at;
  return isPast ? at : moved;
}

/** Whether the happening is a leave over which the clock stands still, given that no transition waits for it. */
export const stopsClock = (plan: Plan, { type, data }: Happening): boolean =>
  leaveIn(plan, type, data) !== null;

/** Puts off what is still to come, or brings back what was put off too far. */
export function standStill(draft: Draft, { type, data }: Happening): void {
  const leave = leaveIn(draft.plan, type, data);
  if (!leave) return;
  const days = shiftBy(draft, leave);
  // What is put off counts on as it did; only what is armed from now on waits for the end.
  draft.plan.away = null;
  if (days !== 0) {
    const shift = { days, since: sinceWhen(draft, leave) };
    moveDue(draft, {
      concerns: (delay) => isSpanIn(draft, delay),
      raised: true,
      to: (dueAt) => shifted(draft, dueAt, shift),
    });
  }
  if (leave.kind === 'started') draft.plan.away = { until: leave.to };
}

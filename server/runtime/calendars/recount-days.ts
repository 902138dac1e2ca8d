// What another calendar means for days that people were given, said before it is kept. They move only when whoever
// keeps it asks for it: `recount`.
import { seededIds } from '../../seeded-ids.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';
import type { CalendarChange, DueDayChange, Moves } from './find-moves.ts';

export interface CalendarPreview {
  /** Components that would work by other days than now. */
  components: number;
  /** Open tasks there whose time is counted in working days. */
  tasks: number;
  /** How many of them would get another day. */
  differ: number;
  /** How many timers would go off at another instant. */
  timers: number;
  /** The first of those tasks, by day. */
  first: DueDayChange[];
}

const FIRST = 20;

export const toPreview = ({ changed, tasks, moving, timers }: Moves): CalendarPreview => ({
  components: changed.size,
  tasks,
  differ: moving.length,
  timers,
  first: moving.slice(0, FIRST),
});

const recountId = seededIds('c1c5a0a3-7a5c-5d0e-8a53-0b6f0a1d2e44');

/**
 * The plans hear that their days are counted anew, each in a commit of its own: a plan that fails keeps nobody from the
 * change.
 */
async function tellRecount(
  db: Db,
  plans: ReadonlyMap<string, CalendarChange>,
  { at, seed }: { at: string; seed: string },
): Promise<void> {
  for (const [planId, { from, to }] of plans)
    await insertTimer(db, {
      id: recountId(`${seed}:${planId}`),
      planId,
      kind: 'fact',
      name: 'calendar.changed',
      activation: 0,
      dueAt: at,
      data: { from: { ...from }, to: { ...to } },
    });
}

/** @returns what the audit trail keeps of it. */
export async function recount(
  db: Db,
  { plans, moving, timers }: Moves,
  given: { at: string; seed: string },
): Promise<{ recounted: { tasks: number; timers: number } }> {
  await tellRecount(db, plans, given);
  return { recounted: { tasks: moving.length, timers } };
}

// Other days are worked than when a plan's due days were given: those that count working days are counted again, when
// somebody asked for it. A cycle that listens to the change says itself what it does; what a formula gives, plain days
// and fixed dates stay as they are.
import { z } from 'zod';
import { type Calendar, calendarSchema } from '../../model/calendar.ts';
import { countsWorkingDays, recounted } from '../../time/recount.ts';
import type { Draft, Happening } from './draft.ts';
import { moveDue } from './move-due.ts';

/** What `calendar.changed` tells: the days by which it was counted, and those by which it is counted now. */
const changeSchema = z.object({ from: calendarSchema, to: calendarSchema });

function changeIn({ type, data }: Happening): { from: Calendar; to: Calendar } | null {
  if (type !== 'calendar.changed') return null;
  const read = changeSchema.safeParse(data);
  return read.success ? read.data : null;
}

/** Whether the happening counts due days again, given that no transition waits for it. */
export const countsAgain = (happening: Happening): boolean => changeIn(happening) !== null;

export function recountDays(draft: Draft, happening: Happening): void {
  const change = changeIn(happening);
  if (!change) return;
  const { at } = draft.situation;
  moveDue(draft, {
    concerns: ({ delay }) => countsWorkingDays(delay),
    raised: false,
    to: (dueAt) => {
      const moved = recounted(dueAt, { ...change, at });
      return moved === dueAt ? null : moved;
    },
  });
}

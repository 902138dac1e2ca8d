// Whether a plan is too large to be read and written at every event.
import type { Plan } from '../../model/plan.ts';

/** One megabyte of JSON: what a store reads and writes at every event. */
export const maxPlanSize = 1_048_576;

/** What is left of the room after the value, at the least; negative when it may not fit. */
function roomAfter(value: unknown, room: number): number {
  if (room < 0) return room;
  // A character is escaped to six at most, and no number is longer than 25.
  if (typeof value === 'string') return room - 6 * value.length - 3;
  if (typeof value !== 'object' || value === null) return room - 26;
  let left = room - 2;
  if (Array.isArray(value)) {
    for (const item of value) left = roomAfter(item, left);
    return left;
  }
  for (const [key, item] of Object.entries(value)) left = roomAfter(item, left - 6 * key.length - 4);
  return left;
}

/** Null when it fits. Writing the JSON costs more than most steps do, so it is written only when it is near the limit. */
export function excessSize(plan: Plan): number | null {
  if (roomAfter(plan, maxPlanSize) >= 0) return null;
  const size = JSON.stringify(plan).length;
  return size > maxPlanSize ? size : null;
}

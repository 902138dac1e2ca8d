// How many plans are in each stage now.
import type { PlanItem } from '../app/api/wire.ts';

export function countsOf(plans: Pick<PlanItem, 'stage'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { stage } of plans) for (const id of stage) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

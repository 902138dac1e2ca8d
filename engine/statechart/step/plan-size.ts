// Whether a plan is too large to be read and written at every event.
import type { Cycle } from '../../model/cycle.ts';
import type { Plan } from '../../model/plan.ts';
import { listStages } from '../structure/stage-index.ts';

/** One megabyte of JSON: what a store reads and writes at every event. */
export const maxPlanSize = 1_048_576;

/** The most characters of JSON that a value can take: each of a text may be escaped to six. */
function mostOf(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return 26;
  let most = 3;
  for (const [key, item] of Object.entries(value)) most += 6 * key.length + 4 + mostOf(item);
  return most;
}

/** Ids, instants and numbers beside the key of a task or a timer, and of the plan itself. */
const entry = 300;
const plain = 5_000;

/** What stages, tasks and timers of a cycle's plans can take at most, however many are open at once. */
export function mostOfCycle(cycle: Cycle): number {
  const stages = listStages(cycle);
  const ids = stages.reduce((sum, { id }) => sum + id.length + 8, 0);
  const histories = stages.filter(({ stage }) => stage.type === 'history').length;
  const entries = stages.reduce((sum, { stage }) => {
    const tasks = 'tasks' in stage ? Object.keys(stage.tasks ?? {}).length : 0;
    const timers = 'after' in stage ? (stage.after ?? []).length : 0;
    return sum + tasks + timers;
  }, 0);
  return plain + ids * (2 + histories) + entries * entry;
}

/** What was reckoned before for the same object. */
export type Sizes = WeakMap<object, number>;

function remembered(value: object, sizes: Sizes): number {
  const known = sizes.get(value) ?? mostOf(value);
  sizes.set(value, known);
  return known;
}

export interface Room {
  mostOfCycle: number;
  sizes: Sizes;
}

/** Null when it fits. Writing the JSON costs more than most steps do, so it is written only near the limit. */
export function excessSize(plan: Plan, { mostOfCycle, sizes }: Room): number | null {
  const most = mostOfCycle + remembered(plan.variables, sizes) + remembered(plan.goals, sizes);
  if (most <= maxPlanSize) return null;
  const size = JSON.stringify(plan).length;
  return size > maxPlanSize ? size : null;
}

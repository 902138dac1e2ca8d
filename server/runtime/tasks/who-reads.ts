// Who reads what is given in a task, as its form says before anything is sent.
import { type CycleTask, isJudging, type Purpose, purposeOf } from '../../../engine/index.ts';

type Readers = 'plan' | 'plan-once-released' | 'those-in-plan';

/** They change the plan that everybody sees who sees it, or name who is asked. */
const changing: ReadonlySet<Purpose | null> = new Set([
  'goals',
  'measures',
  'standards',
  'observation',
  'nomination',
]);

export function whoReads(
  task: CycleTask | null,
  { raterGroup }: { raterGroup: string | null },
): Readers | null {
  if (raterGroup !== null || task === null || changing.has(purposeOf(task))) return null;
  if (task.private === true) return 'those-in-plan';
  return isJudging(task) ? 'plan-once-released' : 'plan';
}

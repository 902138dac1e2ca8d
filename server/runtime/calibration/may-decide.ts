// Who decides on a rating in the calibration: who has the task, and neither gave the rating nor is rated by it.
// Rule: CYC-07, "nobody calibrates their own reports alone".
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { AppraisalLine } from './appraisal-of.ts';

type Deciding = Pick<AppraisalLine, 'owner' | 'rater' | 'rated' | 'task'>;

export function mayDecide({ owner, rater, rated, task }: Deciding, actor: Actor): boolean {
  if (!task || owner?.id === actor.id) return false;
  if (rated !== null && rater?.id === actor.id) return false;
  return task.assigneeId === actor.id || scopeOf(actor, 'tasks.work') === 'all';
}

// What a rater answers under the promise not to be named leaves no trace that leads to them: in events, in the audit
// trail, in what others see of the task.
import type { JsonObject } from '../../../engine/index.ts';
import { systemActor } from '../../access/actor.ts';
import { type AuditEntry, changeOf } from '../../store/queries/records.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';

export const isUnnamed = ({ raterGroup, anonymity }: Pick<TaskRow, 'raterGroup' | 'anonymity'>): boolean =>
  raterGroup !== null && anonymity !== 'named';

const isFeedback = ({ form }: Pick<TaskRow, 'form'>): boolean => JSON.parse(form) === 'feedback';

/** By what they say, so that the order does not tell who answered when. */
const mixed = (results: readonly JsonObject[]): JsonObject[] =>
  results
    .map((one) => JSON.stringify(one))
    .sort()
    .map((text) => JSON.parse(text));

/** What the plan hears: of written words, and of too few answers, only how many there are. */
export function withoutNames(task: TaskRow, results: readonly JsonObject[]): JsonObject {
  if (isFeedback(task)) return { result: {}, results: results.map(() => ({})), completedBy: null };
  const enough = results.length >= (task.threshold ?? 0);
  return { result: {}, results: enough ? mixed(results) : results.map(() => ({})), completedBy: null };
}

export function auditOf(task: TaskRow, { at, actor }: { at: string; actor: string }): AuditEntry {
  if (!isUnnamed(task)) {
    const detail = changeOf({ state: task.state }, { state: 'completed' });
    return { at, actor, action: 'task.complete', resource: `task/${task.id}`, detail };
  }
  return { at, actor: systemActor.id, action: 'task.answer', resource: `plan/${task.planId}` };
}

type Shown = Pick<
  TaskInContext,
  | 'state'
  | 'result'
  | 'completedAt'
  | 'completedBy'
  | 'completerName'
  | 'assigneeId'
  | 'assigneeName'
  | 'onBehalfOf'
  | 'raterGroup'
  | 'anonymity'
>;

/** What a rater wrote is read with the answers of the round, by whom and when these are, and not in the task. */
export const isReadWithRound = (
  task: Pick<TaskInContext, 'raterGroup' | 'form' | 'assigneeId' | 'completedBy' | 'onBehalfOf'>,
  personId: string,
): boolean =>
  task.raterGroup !== null &&
  isFeedback(task) &&
  ![task.assigneeId, task.completedBy, task.onBehalfOf].includes(personId);

/** As whoever hands tasks on sees it: who is still asked, never who has answered what. */
export function withoutAnswer<Task extends Shown>(task: Task, personId: string): Task {
  if (!isUnnamed(task)) return task;
  if ([task.assigneeId, task.completedBy, task.onBehalfOf].includes(personId)) return task;
  const settled = { result: null, completedAt: null, completedBy: null, completerName: null };
  if (task.state === 'open') return { ...task, ...settled };
  return { ...task, ...settled, state: 'closed', assigneeId: null, assigneeName: null, onBehalfOf: null };
}

// What a task means for the ratings of its plan besides the step: one that releases is on record as a release, and one
// that comes too late for a dispute is told so.
import { type JsonObject, localDateOf, purposeOf, releaseRules } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { taskZone } from '../absences/home.ts';
import { findTask } from '../tasks/find-stage.ts';
import { openQuestions } from './open-questions.ts';

type Ports = Pick<Deps, 'cycles'>;

interface Recorded {
  task: TaskInContext;
  actor: Actor;
  /** What whoever releases confirmed to have looked at; absent where they could not. */
  lookedAt?: JsonObject | undefined;
}

/** @throws ProblemError not-allowed when the ratings are about the actor; conflict while the checks ask about them. */
export async function recordRelease(deps: Deps, db: Db, { task, actor, lookedAt }: Recorded): Promise<void> {
  const { cycles, clock } = deps;
  const compiled = await cycles.find(db, task.cycleId, task.cycleVersion);
  if (!compiled || !releaseRules(compiled.cycle).releases.has(task.key)) return;
  if (task.componentOwnerId === actor.id)
    throw new ProblemError(
      'not-allowed',
      'These ratings are about you: somebody else releases them. Nothing was changed.',
    );
  const questions = lookedAt ? [] : await openQuestions(deps, db, task.planId);
  if (questions.length > 0)
    throw new ProblemError(
      'conflict',
      'The checks still ask about this rating. Look at it on the page of the plan or in the calibration, and release it there.',
      { errors: questions.map(({ rule, message }) => ({ pointer: '', code: rule, detail: message })) },
    );
  await appendAudit(db, {
    at: clock.now(),
    actor: actor.id,
    action: 'rating.release',
    resource: `plan/${task.planId}`,
    detail: { taskId: task.id, ...lookedAt, ...changeOf({ released: false }, { released: true }) },
  });
}

/** @throws ProblemError conflict for a dispute whose time is over. */
export async function refuseLateDispute(
  { cycles }: Pick<Ports, 'cycles'>,
  db: Db,
  task: TaskInContext,
): Promise<void> {
  if (task.state !== 'closed') return;
  const compiled = await cycles.find(db, task.cycleId, task.cycleVersion);
  const drawn = compiled && findTask(compiled.cycle.stages, task);
  if (!drawn || purposeOf(drawn) !== 'dispute') return;
  const { dueAt, assigneeId, componentId } = task;
  const day = dueAt && localDateOf(dueAt, await taskZone(db, assigneeId, componentId));
  const ended =
    day === null
      ? 'The time to dispute this appraisal is over.'
      : `The time to dispute this appraisal ended on ${day}.`;
  throw new ProblemError(
    'conflict',
    `${ended} Talk to HR: they can look at it again with you in the next round. Nothing was changed.`,
    { errors: [{ pointer: '', code: 'dispute-closed', detail: ended }] },
  );
}

// Gives one event to one plan in a commit of its own: durable when it is answered, and counted once.
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import type { Db } from '../../store/schema.ts';
import { type Moved, type Sending, stepPlan } from './step-plan.ts';

/** What a sender is told when the cycle itself failed; the incident is committed by then. */
export const incidentProblem = ({
  incidentId,
  message,
}: {
  incidentId: string;
  message: string;
}): ProblemError =>
  new ProblemError(
    'conflict',
    `The cycle failed at this event; the plan waits as it was. The event is kept in incident ${incidentId}, where an administrator can retry or skip it. ${message}`,
    { errors: [{ pointer: '', code: 'incident', detail: incidentId }] },
  );

/**
 * `permit` throws when the sender may not: asked in the same commit, so of the plan as the event meets it.
 * @throws ProblemError when the plan did not move; it is then as it was.
 */
export async function dispatch(
  deps: Deps,
  sending: Sending,
  permit?: (db: Db) => Promise<void>,
): Promise<Moved> {
  const stepped = await deps.store.commit(async (db) => {
    await permit?.(db);
    return stepPlan(deps, db, sending);
  });
  if (stepped.kind === 'incident') throw incidentProblem(stepped);
  return stepped;
}

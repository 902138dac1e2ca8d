// Once somebody has been rated, what they are rated by changes only with a reason. Rule: domain 1.4, "after the first
// rating is submitted only an authorised, reasoned, versioned change is allowed".
import { ProblemError } from '../../problem.ts';
import { isRated } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';

const why =
  'Somebody has been rated by this plan already: say why it changes. The reason is kept with the change.';

/** @throws ProblemError invalid when a reason is needed and there is none. */
export async function requireReason(db: Db, componentId: string, reason: string | undefined): Promise<void> {
  if (reason !== undefined || !(await isRated(db, componentId))) return;
  throw new ProblemError('invalid', `${why} Nothing was changed.`, {
    errors: [{ pointer: '/reason', detail: 'Say why it changes.', code: 'reason-needed' }],
  });
}

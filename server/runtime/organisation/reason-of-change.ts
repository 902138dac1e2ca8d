// Once somebody has been rated, what they are rated by changes only with a reason. Rule: domain 1.4, "after the first
// rating is submitted only an authorised, reasoned, versioned change is allowed".
import type { Goal } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { isRated } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';
import { ratedAbove } from './counts-above.ts';

const why =
  'Somebody has been rated by this plan already: say why it changes. The reason is kept with the change.';
const whyAbove =
  'Somebody has been rated already by a plan in which this counts: say why it changes. The reason is kept with the change.';

interface Changing {
  componentId: string;
  /** Those that count in goals of other components otherwise than before. */
  goals: readonly Goal[];
  reason: string | undefined;
}

/** @throws ProblemError invalid when a reason is needed and there is none. */
export async function requireReason(db: Db, { componentId, goals, reason }: Changing): Promise<void> {
  if (reason !== undefined) return;
  const isOwn = await isRated(db, componentId);
  if (!isOwn && (await ratedAbove(db, goals)).length === 0) return;
  throw new ProblemError('invalid', `${isOwn ? why : whyAbove} Nothing was changed.`, {
    errors: [{ pointer: '/reason', detail: 'Say why it changes.', code: 'reason-needed' }],
  });
}

// Raters who are not asked after all, for those who answer for whom is asked: the manager and HR. Whom it is about learns
// who it was only where raters answer under their names.
import type { z } from 'zod';
import { raterGroups } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { raterChangeWire, taskDetailWire } from '../../routes/wire/tasks.ts';
import { type ChangeInContext, listChanges } from '../../store/queries/rater-changes.ts';
import { findAnyTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { isAskKey } from './ask-key.ts';
import { isReplaceable } from './rater-task.ts';
import { roundOf } from './round-of.ts';

type Change = z.infer<typeof raterChangeWire>;
type Facts = Pick<z.infer<typeof taskDetailWire>, 'mayDecline' | 'replaces'>;

const causes = ['declined', 'left', 'away'] as const;
const states = ['naming', 'agreeing', 'replaced', 'nobody', 'over'] as const;
const groupOf = ({ raterGroup }: ChangeInContext) => raterGroups.find((one) => one === raterGroup) ?? 'peer';

const leftBy = ({ personId, personName, cause, reason, at }: ChangeInContext): Change['left'] => ({
  person: { id: personId, name: personName ?? personId },
  cause: causes.find((one) => one === cause) ?? 'declined',
  reason,
  at,
});
const named = ({ namedId, namedName }: ChangeInContext) =>
  namedId === null ? null : { id: namedId, name: namedName ?? namedId };

/** Other raters are not told who else was asked; whom it is about never where they were promised not to be named. */
function mayKnow({ anonymity, personId }: ChangeInContext, actor: Actor, ownerId: string | null): boolean {
  if (personId === actor.id) return true;
  if (ownerId === actor.id) return anonymity === 'named';
  const scope = scopeOf(actor, 'ratings.release');
  return scope === 'all' || scope === 'team';
}

export async function changesFor(
  db: Db,
  { planId, ownerId, actor }: { planId: string; ownerId: string | null; actor: Actor },
): Promise<Change[]> {
  return (await listChanges(db, planId))
    .filter((change) => mayKnow(change, actor, ownerId))
    .map((change) => ({
      group: groupOf(change),
      state: states.find((one) => one === change.state) ?? 'over',
      left: leftBy(change),
      // Who is only proposed is not asked yet.
      instead: change.state === 'replaced' ? named(change) : null,
      note: change.note,
    }));
}

export async function raterFacts(db: Db, task: TaskInContext, actor: Actor): Promise<Facts> {
  const mayDecline = isReplaceable(task) && task.assigneeId === actor.id && task.onBehalfOf === null;
  if (!isAskKey(task.key)) return { mayDecline, replaces: null };
  const change = (await listChanges(db, task.planId)).find(({ askId }) => askId === task.id);
  const rater = change && (await findAnyTask(db, change.taskId));
  if (!change || !rater) return { mayDecline, replaces: null };
  const agrees =
    change.state === 'agreeing' && task.assigneeId === actor.id && rater.componentOwnerId !== actor.id;
  return {
    mayDecline,
    replaces: {
      group: groupOf(change),
      step: change.state === 'naming' ? 'naming' : 'agreeing',
      proposed: named(change),
      note: change.note,
      left: agrees || mayKnow(change, actor, rater.componentOwnerId) ? leftBy(change) : null,
      asked: (await roundOf(db, rater)).asked,
    },
  };
}

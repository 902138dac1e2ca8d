// Verifying a value: somebody who neither recorded it nor answers for what it is about says that it is right.
import type { Observation } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Scope } from '../../access/permissions.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { listOwnedAmong } from '../../store/queries/assignees.ts';
import { findObservation, updateObservationStatus } from '../../store/queries/observations.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { observationsRecorded } from './observation-recorded.ts';
import { isProposed } from './proposed-correction.ts';
import { tellObservations } from './tell-observations.ts';

async function refusePartial(db: Db, observation: Observation, actor: Actor): Promise<void> {
  if (observation.enteredBy === actor.id)
    throw new ProblemError('not-allowed', 'Somebody else must verify what you recorded.');
  if ((await listOwnedAmong(db, actor.id, [observation.componentId])).size > 0)
    throw new ProblemError('not-allowed', 'Somebody else must verify what you answer for.');
}

/** @throws ProblemError not-found, conflict, not-allowed. */
export async function verifyObservation(
  db: Db,
  deps: Deps,
  { id, actor, scope }: { id: string; actor: Actor; scope: Scope },
): Promise<Observation> {
  const found = await findObservation(db, id);
  if (!found || !isVisible(await visibleComponentIds(db, actor, scope), found.componentId))
    throw notFound('observation');
  if (found.status === 'void')
    throw new ProblemError('conflict', 'A void observation cannot be verified; record it anew.');
  if (found.status === 'verified') return found;
  await refusePartial(db, found, actor);
  const wasProposed = await isProposed(db, found);
  const at = deps.clock.now();
  const after = { ...found, status: 'verified' as const, verifiedBy: actor.id, verifiedAt: at };
  await updateObservationStatus(db, after);
  const { componentId } = found;
  await appendFeed(db, { at, type: 'observation.verified', componentId, data: { id } });
  const resource = `observation/${id}`;
  const detail = changeOf({ status: found.status }, { status: after.status });
  await appendAudit(db, { at, actor: actor.id, action: 'observation.verify', resource, detail });
  if (wasProposed) {
    await tellObservations(db, at, [after]);
    await observationsRecorded(deps, db, { observations: [after], actor: actor.id });
  }
  return after;
}

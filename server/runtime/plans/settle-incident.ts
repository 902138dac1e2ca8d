// A person settles an incident: the event is given to the plan again, or is dropped.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findIncident, type Incident, updateIncident } from '../../store/queries/incidents.ts';
import { componentOfPlan } from '../../store/queries/plans.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { isAbout } from '../ratings/rating-sight.ts';
import { reopenTask } from '../tasks/reopen-task.ts';
import { stepPlan } from './step-plan.ts';

interface Settling {
  incidentId: string;
  actor: Actor;
  /** Why, in the person's own words; kept with the incident and in the audit trail. */
  reason: string;
}
type Settled = 'retried' | 'skipped';

async function close(
  deps: Deps,
  db: Db,
  { incident, actor, state, reason }: Omit<Settling, 'incidentId'> & { incident: Incident; state: Settled },
) {
  const at = deps.clock.now();
  const { id, planId } = incident;
  await updateIncident(db, { id, state, settledAt: at, settledBy: actor.id, reason });
  await appendFeed(db, { at, type: 'incident.settled', planId, data: { incidentId: id, state } });
  await appendAudit(db, {
    at,
    actor: actor.id,
    action: `incident.${state}`,
    resource: `incidents/${id}`,
    detail: {
      ...{ planId, eventType: incident.event.type, reason },
      ...changeOf({ state: incident.state }, { state }),
    },
  });
}

/** What failed may be a rating: nobody decides whether that of themselves counts. @throws ProblemError not-allowed. */
async function refuseOwn(db: Db, { planId }: Incident, actor: Actor): Promise<void> {
  const componentId = await componentOfPlan(db, planId);
  if (componentId === null || !(await isAbout(db, actor, componentId))) return;
  throw new ProblemError(
    'not-allowed',
    'The step that failed is of a plan about you: somebody else retries or drops it. Nothing was changed.',
  );
}

/** The incident, while it can be settled that way; null when it already was. */
async function openOne(db: Db, { incidentId, actor }: Settling, state: Settled): Promise<Incident | null> {
  const incident = await findIncident(db, incidentId);
  if (!incident) throw notFound('incident');
  await refuseOwn(db, incident, actor);
  if (incident.state === 'open') return incident;
  if (incident.state === state) return null;
  throw new ProblemError('conflict', `The incident was ${incident.state} already; nothing was changed.`);
}

/**
 * Gives the same event to the plan again: it counts once, whoever sends it. A second retry has no effect.
 * @throws ProblemError conflict when it fails again; the incident stays open.
 */
export async function retryIncident(deps: Deps, settling: Settling): Promise<void> {
  const failure = await deps.store.commit(async (db) => {
    const incident = await openOne(db, settling, 'retried');
    if (!incident) return null;
    const { planId, event } = incident;
    const stepped = await stepPlan(deps, db, { planId, event, actor: incident.actor });
    if (stepped.kind === 'incident') return { ...stepped, isOther: stepped.message !== incident.message };
    await close(deps, db, { ...settling, incident, state: 'retried' });
    return null;
  });
  if (!failure) return;
  throw new ProblemError(
    'conflict',
    failure.isOther
      ? `The cycle failed at this event again, in another way; the plan waits as it was. ${failure.message}`
      : 'The cycle failed at this event again; the plan waits as it was. Mend the cycle and move the plan to its new version, or skip the event.',
  );
}

/** Drops the event; the plan stays as it is. A task whose completion it was is open again: the plan waits for it. */
export async function skipIncident(deps: Deps, settling: Settling): Promise<void> {
  await deps.store.commit(async (db) => {
    const incident = await openOne(db, settling, 'skipped');
    if (!incident) return;
    await close(deps, db, { ...settling, incident, state: 'skipped' });
    const { planId, event } = incident;
    await reopenTask(db, { planId, event, at: deps.clock.now(), idSeed: incident.id });
  });
}

// Incidents: the event that a faulty cycle could not take is kept, until a person retries or skips it.
import type { Plan, PlanEvent } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { findOpenIncident, insertIncident, updateIncident } from '../../store/queries/incidents.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { tellOfIncident } from './tell-of-incident.ts';

export interface Failure {
  plan: Plan;
  event: PlanEvent;
  actor: string;
  at: string;
  code: string;
  message: string;
}

/** The id of the incident; the same event failing again stays the one incident. */
export async function recordIncident(deps: Deps, db: Db, failure: Failure): Promise<string> {
  const { plan, event, actor, at, code, message } = failure;
  const known = await findOpenIncident(db, plan.id, event);
  if (known) {
    await updateIncident(db, { id: known.id, code, message });
    return known.id;
  }
  const id = deps.ids.next('inc');
  const unsettled = { state: 'open', settledAt: null, settledBy: null, reason: null } as const;
  await insertIncident(db, { id, planId: plan.id, at, event, actor, code, message, ...unsettled });
  await appendFeed(db, {
    at,
    type: 'incident.opened',
    planId: plan.id,
    componentId: plan.componentId,
    data: { incidentId: id, code },
  });
  await tellOfIncident(deps, db, { incidentId: id, plan, code, at });
  return id;
}

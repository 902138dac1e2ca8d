// Administrators hear of the first step of a cycle that fails; while they have it to see to, others add no notice.
import type { Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { anotherFailed } from '../../store/queries/incidents.ts';
import { listPeopleWithRole } from '../../store/queries/people.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { componentsAbout } from '../ratings/rating-sight.ts';

type Ports = Pick<Deps, 'cycles'>;
export interface Told {
  incidentId: string;
  plan: Plan;
  code: string;
  at: string;
}

/** How a plan about themselves goes on, an administrator learns from nobody before the release. */
export async function tellOfIncident(
  { cycles }: Ports,
  db: Db,
  { incidentId, plan, code, at }: Told,
): Promise<void> {
  const heard: string[] = [];
  for (const person of await listPeopleWithRole(db, 'admin')) {
    const about = await componentsAbout(db, person);
    const known = await anotherFailed(db, { plan, code, besides: about, except: incidentId });
    if (!about.has(plan.componentId) && !known) heard.push(person.id);
  }
  if (heard.length === 0) return;
  const name = (await cycles.find(db, plan.cycleId, plan.cycleVersion))?.cycle.name ?? plan.cycleId;
  await notifyPersons(db, heard, {
    ...{ planId: null, componentId: null, place: 'incidents', at, idSeed: incidentId },
    message: `A step of “${name}” (version ${plan.cycleVersion}) failed. Its plan waits as it was, and so do others that fail like it: try the step again, or skip it.`,
  });
}

// What follows once somebody leaves for good, as things stand: their plans, their open tasks, and whom they manage.
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../problem.ts';
import type { leavingWire } from '../../routes/wire/absences.ts';
import { listManagedBy, personExists } from '../../store/queries/assignees.ts';
import { findComponent } from '../../store/queries/components.ts';
import { listOwnedBy, listTasksTouching } from '../../store/queries/stand-ins.ts';
import type { Db } from '../../store/schema.ts';
import { type LeavingForGood, plansWithout } from './plans-without.ts';

type Leaving = z.infer<typeof leavingWire>;

async function plansOf(deps: Deps, db: Db, absence: LeavingForGood): Promise<Leaving['plans']> {
  const found: Leaving['plans'] = [];
  for (const { id: componentId, kind } of await listOwnedBy(db, absence.personId)) {
    const component = { id: componentId, name: (await findComponent(db, componentId))?.name ?? componentId };
    for (const { planId, cycleName, ends } of await plansWithout(deps, db, { componentId, kind, absence }))
      found.push({ id: planId, cycleName, component, ends });
  }
  return found;
}

/** @throws ProblemError not-found. */
export async function whatFollows(deps: Deps, db: Db, absence: LeavingForGood): Promise<Leaving> {
  const { personId } = absence;
  if (!(await personExists(db, personId))) throw notFound('person');
  const plans = await plansOf(deps, db, absence);
  const ending = new Set(plans.filter(({ ends }) => ends).map(({ id }) => id));
  const theirs = (await listTasksTouching(db, personId)).filter(
    ({ assigneeId, onBehalfOf }) => (onBehalfOf ?? assigneeId) === personId,
  );
  return {
    plans,
    tasks: theirs.map(({ id, planId, title }) => ({ id, title, ends: ending.has(planId) })),
    manages: await listManagedBy(db, personId),
  };
}

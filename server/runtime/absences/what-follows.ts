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

const namedComponent = async (db: Db, id: string) => ({
  id,
  name: (await findComponent(db, id))?.name ?? id,
});

async function plansOf(deps: Deps, db: Db, absence: LeavingForGood): Promise<Leaving['plans']> {
  const found: Leaving['plans'] = [];
  for (const { id: componentId, kind } of await listOwnedBy(db, absence.personId)) {
    const component = await namedComponent(db, componentId);
    for (const { planId, cycleName, ends } of await plansWithout(deps, db, { componentId, kind, absence }))
      found.push({ id: planId, cycleName, component, ends });
  }
  return found;
}

async function tasksOf(db: Db, personId: string, ending: ReadonlySet<string>): Promise<Leaving['tasks']> {
  const found: Leaving['tasks'] = [];
  for (const { id, planId, title, componentId, ...task } of await listTasksTouching(db, personId)) {
    if ((task.onBehalfOf ?? task.assigneeId) !== personId) continue;
    const component = await namedComponent(db, componentId);
    found.push({ id, title, component, ends: ending.has(planId) });
  }
  return found;
}

/** @throws ProblemError not-found. */
export async function whatFollows(deps: Deps, db: Db, absence: LeavingForGood): Promise<Leaving> {
  const { personId } = absence;
  if (!(await personExists(db, personId))) throw notFound('person');
  const plans = await plansOf(deps, db, absence);
  const ending = new Set(plans.filter(({ ends }) => ends).map(({ id }) => id));
  return {
    plans,
    tasks: await tasksOf(db, personId, ending),
    manages: await listManagedBy(db, personId),
  };
}
